import { setTimeout as sleep } from "node:timers/promises";
import type { Random } from "../random";
import type { Recorder } from "../recorder";
import type { PhoneBook, Place } from "./places";
import type { Postman } from "./postman";
import { type Story, tellStory, textOf } from "./stories";

/** How the webhooks of a call travel. */
export type Delivery = {
  /** Each is brought 1 to this many times; exactly this many times with `always`. */
  copies: number;
  always?: boolean;
  /** How late copies come, and how far apart a call's webhooks. */
  spreadMs: number;
  /** How many of the webhooks that are no call's last witness never come. */
  dropped: number;
};

export type LoadWishes = Delivery & {
  /** How many calls; the run ends earlier when `until` says so. */
  calls: number;
  until?: () => boolean;
  /** Callers that are active at the same time. */
  atOnce: number;
  /** Calls a second, when they should not come as fast as they go. */
  perSecond?: number;
  /** How many callers ring twice. */
  ringTwice: number;
  /** How many callers text STOP at some moment; half of them think better of it and text START. */
  stops: number;
};

/** A caller of the run; `certain` when nothing they did leaves it open whether they are texted. */
export type Caller = { from: string; place: Place; missed: number; certain: boolean };

/** People who call, and the network that tells of it: in any order, late, several times, two at once, or never. */
export class Load {
  readonly callers = new Map<string, Caller>();
  calls = 0;
  #visits = 0;
  readonly #errands = new Set<Promise<void>>();
  readonly #random: Random;

  constructor(
    readonly parts: { random: Random; recorder: Recorder; postman: Postman; book: PhoneBook; places: Place[] },
  ) {
    this.#random = parts.random.fork("load");
  }

  async run(wishes: LoadWishes): Promise<void> {
    const begun = Date.now();
    let placed = 0;
    const goesOn = () => placed < wishes.calls && !wishes.until?.();
    const oneAfterTheOther = async () => {
      while (goesOn()) {
        const index = placed++;
        if (wishes.perSecond) await sleep(Math.max(0, begun + (index / wishes.perSecond) * 1_000 - Date.now()));
        if (wishes.until?.()) return;
        const more = await this.#visit(wishes);
        placed += more;
      }
    };
    await Promise.all(Array.from({ length: wishes.atOnce }, oneAfterTheOther));
  }

  /** One caller's visit. @returns how many calls it was more than one */
  async #visit(wishes: LoadWishes): Promise<number> {
    const random = this.#random.fork(this.#visits++);
    const caller = this.newCaller(random.pick(this.parts.places));
    const times = random.chance(wishes.ringTwice) ? 2 : 1;
    const stop = random.chance(wishes.stops) ? this.#stopLater(caller, random.fork("stop"), wishes) : undefined;
    const rings = Array.from({ length: times }, async (_, ring) => {
      const own = random.fork(`ring ${ring}`);
      if (ring > 0) await sleep(own.chance(0.5) ? 0 : own.between(0, 2 * wishes.spreadMs));
      const story = tellStory({ random: own, place: caller.place, from: caller.from, ringsTwice: times > 1 });
      await this.tell(caller, story, { random: own, wishes });
    });
    await Promise.all([...rings, stop]);
    return times - 1;
  }

  /** This call, with all its webhooks. */
  async tell(caller: Caller, story: Story, { random, wishes }: { random: Random; wishes: Delivery }): Promise<void> {
    if (story.outcome === "missed") caller.missed += 1;
    if (story.declined) caller.certain = false;
    this.#note(caller, story);
    const journeys: Promise<void>[] = [];
    for (const stage of story.stages) {
      const isLast = stage === story.stages.at(-1);
      const taken = stage.map(async (webhook, index) => {
        const needed = webhook === story.witness || !isLast;
        const own = random.fork(`${webhook.path} ${index}`);
        if (!needed && own.chance(wishes.dropped)) return;
        await sleep(isLast ? own.between(0, wishes.spreadMs) : 0);
        const copies = wishes.always ? wishes.copies : own.whole(1, wishes.copies);
        const journey = this.parts.postman.bring(webhook, { ...wishes, copies, untilTaken: needed }, own);
        journeys.push(journey.done);
        await journey.taken;
      });
      await Promise.all(taken);
    }
    await Promise.all(journeys);
  }

  /** Somebody new, who will call this place or any. */
  newCaller(place: Place): Caller {
    const caller: Caller = { from: this.parts.book.take(), place, missed: 0, certain: true };
    this.callers.set(caller.from, caller);
    return caller;
  }

  /** Waits for everything that was begun by the way. */
  async settled(): Promise<void> {
    while (this.#errands.size > 0) await Promise.all(this.#errands);
  }

  /** The caller asks for no more texts, or for texts again, and the text about that is brought until it is taken. */
  write(caller: Caller, body: "STOP" | "START", random: Random): Promise<void> {
    caller.certain = false;
    const text = { from: caller.from, to: caller.place.number };
    const webhook = textOf(random, { ...text, body });
    const wish = { stop: body === "STOP", start: body === "START" };
    this.parts.recorder.note({ is: "text", at: Date.now(), sid: webhook.sid, ...text, ...wish });
    const errand = this.parts.postman.bring(webhook, { copies: 1, spreadMs: 0, untilTaken: true }, random).done;
    this.#errands.add(errand);
    return errand.finally(() => this.#errands.delete(errand));
  }

  async #stopLater(caller: Caller, random: Random, { spreadMs }: LoadWishes): Promise<void> {
    caller.certain = false;
    await sleep(random.between(0, 3_000 + spreadMs));
    await this.write(caller, "STOP", random);
    if (random.chance(0.5)) return;
    await sleep(random.between(500, 4_000));
    await this.write(caller, "START", random.fork("start"));
  }

  #note(caller: Caller, { sid, outcome }: Story): void {
    this.calls += 1;
    const at = Date.now();
    const { workspaceId, number: to } = caller.place;
    this.parts.recorder.note({ is: "call", at, sid, workspaceId, to, from: caller.from, endedAt: at, outcome });
  }
}
