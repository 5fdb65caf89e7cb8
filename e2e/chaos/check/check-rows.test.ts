import { describe, expect, it } from "vitest";
import { judge, type Row } from "./testing/judge";
import { MINUTE, type SmallWorld, START } from "./testing/small-world";

describe("I6, no step back", () => {
  const watch =
    (kind: "call" | "message", ...states: string[]): Row[1] =>
    (world, { call, message }) =>
      world.rows.watched.push(
        ...states.map((state, at) => ({ at: START + at, kind, id: kind === "call" ? call.id : message.id, state })),
      );
  it.each<Row>([
    ["holds for a call's way", watch("call", "ringing", "in_progress", "missed")],
    ["holds for a text that was refused for now", watch("message", "queued", "sending", "queued", "sending", "sent")],
    ["holds for proof that came late", watch("message", "sending", "unconfirmed", "accepted", "delivered")],
    ["finds a call that rings again", watch("call", "in_progress", "ringing", "missed"), ["I6", "c-1"]],
    ["finds an end that changes", watch("call", "answered"), ["I6", "c-1"]],
    ["finds a delivered text that was only sent", watch("message", "delivered", "sent", "delivered"), ["I6", "m-1"]],
    ["finds a text that goes again", watch("message", "unconfirmed", "queued", "sending", "sent"), ["I6", "m-1"]],
    ["finds a word nobody knows", watch("message", "queued", "lost"), ["I6", "m-1"]],
  ])("%s", (_, change, ...expected) => expect(judge(change)).toEqual(expected));
});

describe("I7, the workspace's own number", () => {
  it.each<Row>([
    [
      "holds for any of its numbers",
      (_, { message, request }) => {
        message.from = request.from = "+15035550002";
      },
    ],
    [
      "finds another workspace's",
      (_, { message, request }) => {
        message.from = request.from = "+15035550003";
      },
      ["I7", "m-1", "r-1", "+15035550003"],
    ],
    [
      "finds one that only the carrier saw",
      (_, { request }) => {
        request.from = "+15035550003";
      },
      ["I7", "m-1", "+15035550003", "SM-1"],
    ],
    [
      "finds a recovery in another workspace than its call",
      (_, { recovery, message, request }) => {
        recovery.workspaceId = message.workspaceId = "w2";
        message.from = request.from = "+15035550003";
      },
      ["I7", "r-1", "CA-1"],
    ],
    [
      "finds another workspace's text",
      (_, { message }) => {
        message.workspaceId = "w2";
      },
      ["I7", "m-1", "r-1"],
    ],
  ])("%s", (_, change, ...expected) => expect(judge(change)).toEqual(expected));
});

describe("I8, spending", () => {
  /** Dearer by one segment than a day may be. */
  const LONG = "a".repeat(153 * 50 + 1);
  const texts =
    (count: number, at = START) =>
    (world: SmallWorld) => {
      for (let n = 2; n <= count; n++) world.texted(`${n}`, { at, from: `+150355520${n}` });
    };
  it.each<Row>([
    ["holds up to the cap", texts(50)],
    ["holds for another day", texts(51, START + 13 * 60 * MINUTE)],
    ["finds one text too many", texts(51), ["I8", "w1", "2030-01-15"]],
    [
      "counts segments, by the words the carrier got",
      (_, { request, message }) => {
        request.body = LONG;
        message.body = LONG;
      },
      ["I8", "w1", "2030-01-15"],
    ],
    [
      "leaves out what a person sent",
      (_, { message, request }) => {
        request.body = LONG;
        Object.assign(message, { body: LONG, author: "member" });
      },
    ],
  ])("%s", (_, change, ...expected) => expect(judge(change)).toEqual(expected));
});
