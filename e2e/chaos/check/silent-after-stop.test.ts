import { describe, expect, it } from "vitest";
import type { Export } from "../history";
import { both, freeze, requestAt, stopAt } from "./testing/changes";
import { judge, type Row } from "./testing/judge";
import { MINUTE, SECOND, START } from "./testing/small-world";

type Message = Export["messages"][number];

describe("I4, silence after a STOP", () => {
  const acknowledged = START + 10;
  const broken = ["I4", "SM-stop", "m-1", "SM-1"];
  it.each<Row>([
    ["holds for a text before it", stopAt(START + MINUTE)],
    [
      "holds for a text whose last check was before it",
      both(stopAt(START), requestAt(acknowledged + 400, acknowledged - 1)),
    ],
    ["holds for another caller's STOP", (world) => world.text("stop", { stop: true, from: "+15035559999" })],
    ["holds for a STOP to another workspace", (world) => world.text("stop", { stop: true, to: "+15035550003" })],
    [
      "holds for a STOP nobody took in",
      (world) => {
        world.text("stop", { stop: true });
        Object.assign(world.history.at(-1) ?? {}, { status: 503 });
      },
    ],
    ["holds for the confirmation", both(stopAt(START + MINUTE), confirmation("m-2"))],
    ["finds a confirmation nobody asked for", confirmation("m-2"), ["I4", "w1 +15035551000", "SM-m-2"]],
    [
      "finds a second one within a day",
      both(stopAt(START + MINUTE), confirmation("m-2"), confirmation("m-3")),
      ["I4", "w1 +15035551000", "SM-m-3"],
    ],
    [
      "holds after a START",
      both(stopAt(START - MINUTE), (world) => world.text("start", { at: START - SECOND, start: true })),
    ],
    [
      "holds for a worker frozen between check and socket for no longer than a check counts",
      both(stopAt(START), freeze(START, START + 4 * SECOND), requestAt(START + 4_100, START + 1)),
    ],
    [
      "finds one from a worker frozen for longer",
      both(stopAt(START), freeze(START, START + 20 * SECOND), requestAt(START + 20_100, START + 1)),
      broken,
    ],
    ["finds a last check that came after it", both(stopAt(START), requestAt(acknowledged + 50)), broken],
    [
      "finds a text that took long after its check",
      both(stopAt(START), requestAt(acknowledged + 1_500, START)),
      broken,
    ],
    [
      "finds a frozen worker's text that was checked after it",
      both(stopAt(START), freeze(START, START + 20 * SECOND), requestAt(START + 20_100, START + 19 * SECOND)),
      broken,
    ],
    [
      "finds a text that another freeze does not explain",
      both(stopAt(START), freeze(START - MINUTE, START - 30 * SECOND), requestAt(START + 20 * SECOND, START)),
      broken,
    ],
    [
      "finds one from another number of the workspace",
      both(requestAt(START + MINUTE), (world) => world.text("stop", { stop: true, to: "+15035550002" })),
      broken,
    ],
    [
      "finds a refused request as well",
      both(stopAt(START), (world, { message }) => world.request(message, START + MINUTE, false)),
      ["I4", "SM-stop", "m-1", "+15035551000"],
      // The first request, a second after the STOP.
      broken,
    ],
    [
      "counts from the first answer to a repeated STOP",
      both(stopAt(START), requestAt(START + 5 * SECOND), (world) =>
        world.history.push(...world.history.slice(-1).map((answer) => ({ ...answer, at: START + MINUTE }))),
      ),
      broken,
    ],
    [
      "finds one after a STOP that followed a START",
      both(requestAt(START + MINUTE), (world) => {
        world.text("stop", { at: START - 3 * SECOND, stop: true });
        world.text("start", { at: START - 2 * SECOND, start: true });
        world.text("again", { at: START, stop: true });
      }),
      ["I4", "SM-again", "m-1", "SM-1"],
    ],
    [
      "finds one after an opt-out that only a row tells of",
      both(requestAt(START + MINUTE), optOut(START)),
      ["I4", "hash", "m-1", "SM-1"],
    ],
    ["gives that row's commit its time", both(requestAt(START + 30 * SECOND), optOut(START))],
    ["holds for a text before the caller's 9", nineAt(START + MINUTE)],
    ["finds one after a 9", both(nineAt(START), requestAt(START + 5 * SECOND)), ["I4", "CA-1", "m-1", "SM-1"]],
    [
      "finds an acknowledged STOP that nobody wrote down",
      both(stopAt(START + MINUTE), (world) => world.rows.optOuts.pop()),
      ["I4", "SM-stop", "w1 +15035551000"],
    ],
    [
      "holds for a text that a START let go whose answer was lost on its way",
      (world, { request, message }) => {
        world.text("stop", { at: START - MINUTE, stop: true });
        world.text("start", { at: START - SECOND, start: true });
        Object.assign(world.history.at(-1) ?? {}, { at: START + 10 * SECOND });
        requestAt(START + 5 * SECOND)(world, { request, message } as never);
      },
    ],
    [
      "holds for a 9 that a START held up on its way undid",
      (world) => {
        world.text("start", { at: START, start: true });
        Object.assign(world.history.at(-1) ?? {}, { at: START + 10 * SECOND });
        nineAt(START + 5 * SECOND)(world, world.texted("2", { at: START + 30 * MINUTE, from: "+15035552000" }));
        world.rows.optOuts.pop();
      },
    ],
    [
      "finds a 9 that nobody wrote down",
      both(nineAt(START + MINUTE), (world) => world.rows.optOuts.pop()),
      ["I4", "CA-1", "w1 +15035551000"],
    ],
    [
      "finds an acknowledged START that opened nothing",
      both(
        stopAt(START + MINUTE),
        (world) => world.text("start", { at: START + 2 * MINUTE, start: true }),
        optOut(START),
      ),
      ["I4", "SM-start", "w1 +15035551000"],
    ],
  ])("%s", (_, change, ...expected) => expect(sorted(judge(change))).toEqual(sorted(expected)));
});

/** Of an opt-out, two minutes later. */
function confirmation(id: string): Row[1] {
  return (world, { message }) => {
    const words: Message = { ...message, id, sid: `SM-${id}`, purpose: "opt_out_confirmation", recoveryId: null };
    world.rows.messages.push(words);
    world.request(words, START + 2 * MINUTE);
  };
}

/** During the notice of the first call. */
function nineAt(at: number): Row[1] {
  return (world) => {
    world.webhook("nine", { sid: "CA-1", path: "/api/twilio/voice/notice", at, declines: true });
    world.rows.webhooks.push({ workspaceId: "w1", sid: "CA-1", kind: "voice.notice", status: "in_progress" });
    world.optOut("+15035551000", { at });
  };
}

function optOut(at: number): Row[1] {
  return (world) => world.optOut("+15035551000", { at });
}

const sorted = (list: string[][]) => list.toSorted((one, other) => one.join().localeCompare(other.join()));
