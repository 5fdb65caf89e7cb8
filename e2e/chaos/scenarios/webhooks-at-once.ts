import { textFigures } from "../count-texts";
import { tellStory } from "../load/stories";
import { atLeast, type Scenario, type World } from "../scenario";

const CALLS = 20_000;
const CALLS_AT_ONCE = 6;

/**
 * Everything that is told of a call comes at the same instant, two of each, and each of it decides the call by itself:
 * whichever is first writes the call's one row.
 */
export const webhooksAtOnce: Scenario = {
  name: "webhooks-at-once",
  title: "all webhooks of a new call at the same instant",
  cluster: { web: "handlers", webs: 2, workers: 1, durable: false, wired: false, timeScale: 1 },
  places: (size) => ({ count: size(300, 20), noticeOn: false }),
  play: async (world) => {
    const waiting = Array.from({ length: world.size(CALLS, 60) }, (_, index) => index);
    const oneAfterTheOther = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await call(world, next);
    };
    await Promise.all(Array.from({ length: CALLS_AT_ONCE }, oneAfterTheOther));
  },
  figures: (evidence, { load, size }) => [
    atLeast("callers", load.callers.size, size(CALLS, 60)),
    ...textFigures(evidence, load.callers.values()),
  ],
};

async function call({ load, places, postman, random, recorder }: World, index: number): Promise<void> {
  const own = random.fork(`call ${index}`);
  const place = own.pick(places);
  const caller = load.newCaller(place);
  const story = missedStory(() => tellStory({ random: own, place, from: caller.from, ringsTwice: false }));
  const { sid, outcome } = story;
  const [at, to] = [Date.now(), place.number];
  caller.missed += 1;
  recorder.note({ is: "call", at, sid, workspaceId: place.workspaceId, to, from: caller.from, endedAt: at, outcome });
  const journey = { copies: 2, spreadMs: 0, untilTaken: false };
  await Promise.all(story.stages.flat().map((webhook, order) => postman.bring(webhook, journey, own.fork(order)).done));
}

/** One that several webhooks tell of, and of which it is certain that it becomes a text. */
function missedStory(tell: () => ReturnType<typeof tellStory>): ReturnType<typeof tellStory> {
  for (;;) {
    const story = tell();
    if (story.stages.flat().length > 1 && !story.declined && story.outcome === "missed") return story;
  }
}
