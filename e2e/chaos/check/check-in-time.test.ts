import { describe, expect, it } from "vitest";
import { both, requestAt } from "./testing/changes";
import { judge, type Row } from "./testing/judge";
import { MINUTE, SECOND, START } from "./testing/small-world";

describe("I5, what was acknowledged stays", () => {
  const report =
    (status: string, id = "m-1", sid = "SM-1"): Row[1] =>
    (world) =>
      world.webhook("w-1", { sid, path: `/api/twilio/messages/status/${id}`, status });
  const lost = (path: string, sid = "CA-1") => ["I5", "w-1", sid, `/api/twilio/${path}`];
  it.each<Row>([
    [
      "holds for repeats of a webhook",
      (world) => {
        world.webhook("in-1", { sid: "CA-1", path: "/api/twilio/voice/incoming", status: "ringing" });
      },
    ],
    [
      "holds for one that was refused",
      (world) => world.webhook("w-1", { sid: "CA-9", path: "/api/twilio/voice/incoming", answer: 503 }),
    ],
    [
      "holds for a fallback that kept nothing, once its call was found",
      (world) => world.webhook("w-1", { sid: "CA-1", path: "/api/twilio/voice/fallback", status: "queued" }),
    ],
    ["holds for reports overtaken by a later one", report("sent")],
    [
      "holds for a ringing phone's own webhook",
      (world) => {
        world.webhook("w-1", { sid: "CA-leg", path: "/api/twilio/voice/screen/CA-1", status: "in-progress" });
        world.rows.webhooks.push({ workspaceId: "w1", sid: "CA-leg", kind: "voice.screen", status: "in_progress" });
      },
    ],
    [
      "finds a call's lost webhook",
      (world) => world.webhook("w-1", { sid: "CA-1", path: "/api/twilio/voice/notice" }),
      lost("voice/notice"),
    ],
    [
      "finds a lost status beside a kept one",
      (world) => {
        world.rows.webhooks.push({ workspaceId: "w1", sid: "CA-1", kind: "voice.status", status: "ringing" });
        world.webhook("w-1", { sid: "CA-1", path: "/api/twilio/voice/status", status: "no-answer" });
      },
      lost("voice/status"),
    ],
    [
      "finds a fallback's call that nobody found",
      (world) => world.webhook("w-1", { sid: "CA-9", path: "/api/twilio/voice/fallback" }),
      lost("voice/fallback", "CA-9"),
    ],
    [
      "finds a lost call",
      (world) => {
        world.rows.webhooks.push({ workspaceId: "w1", sid: "CA-2", kind: "voice.incoming", status: "ringing" });
        world.webhook("w-1", { sid: "CA-2", path: "/api/twilio/voice/incoming" });
      },
      lost("voice/incoming", "CA-2"),
    ],
    [
      "finds a lost text",
      (world) => world.webhook("w-1", { sid: "SM-9", path: "/api/twilio/messages/incoming" }),
      lost("messages/incoming", "SM-9"),
    ],
    [
      "finds a lost report",
      (world, { message }) => {
        message.status = "sent";
        world.webhook("w-1", { sid: "SM-1", path: "/api/twilio/messages/status/m-1", status: "delivered" });
      },
      lost("messages/status/m-1", "SM-1"),
    ],
    [
      "finds a report whose text does not know its sid",
      report("sent", "m-1", "SM-9"),
      lost("messages/status/m-1", "SM-9"),
    ],
    [
      "finds an answer out of nowhere",
      (world) => world.history.push({ is: "answer", at: START, id: "w-9", delivery: 1, status: 200, milliseconds: 1 }),
      ["I5", "w-9"],
    ],
  ])("%s", (_, change, ...expected) => expect(judge(change)).toEqual(expected));
});

const heldUntil =
  (at: number): Row[1] =>
  (_, { recovery }) => {
    recovery.heldUntil = at;
  };

describe("I9, ten minutes", () => {
  it.each<Row>([
    ["holds in the last second", requestAt(START + 10 * MINUTE - 1)],
    ["holds for a held text in its time", both(requestAt(START + 50 * MINUTE), heldUntil(START + 45 * MINUTE))],
    [
      "finds a held one ten minutes after its time",
      both(requestAt(START + 50 * MINUTE), heldUntil(START + 39 * MINUTE)),
      ["I9", "CA-1", "m-1", "SM-1"],
    ],
    [
      "holds for an opening by hand",
      both(requestAt(START + 50 * MINUTE), (_, { message }) => {
        message.author = "member";
      }),
    ],
    ["finds a later one", requestAt(START + 10 * MINUTE + 3), ["I9", "CA-1", "m-1", "SM-1"]],
    [
      "finds one that the rows think in time",
      both(requestAt(START + 11 * MINUTE), (_, { call }) => {
        call.endedAt = START + 5 * MINUTE;
      }),
      ["I9", "CA-1", "m-1", "SM-1"],
    ],
    [
      "finds one that was refused",
      (world, { message }) => world.request(message, START + 11 * MINUTE, false),
      ["I9", "CA-1", "m-1"],
    ],
  ])("%s", (_, change, ...expected) => expect(judge(change)).toEqual(expected));
});

describe("I10, done in time", () => {
  const calm = START + 60 * MINUTE;
  const watch =
    (at: number): Row[1] =>
    (world, { message }) => {
      const seen = { kind: "message" as const, id: message.id };
      world.rows.watched.push({ ...seen, at: START, state: "sending" }, { ...seen, at, state: "delivered" });
    };
  const hold =
    (heldUntil: number): Row[1] =>
    (world) =>
      Object.assign(world.missed("2").recovery, { state: "held", reason: null, heldUntil });
  const end =
    (status: string): Row[1] =>
    (world, { message, recovery }) => {
      message.status = status;
      message.sid = null;
      recovery.state = "texting";
      world.ledger.pop();
    };
  it.each<Row>([
    ["holds within 180 s", watch(calm + 180 * SECOND)],
    ["holds for a held text whose time is still to come", hold(calm + 200 * SECOND)],
    ["finds one that is held for ever", hold(calm - MINUTE), ["I10", "r-2"]],
    ["finds what was done after them", watch(calm + 181 * SECOND), ["I10", "m-1"]],
    [
      "finds an open call",
      (_, { call }) => {
        call.endedAt = null;
      },
      ["I10", "CA-1"],
    ],
    ["finds a text still to be sent", end("queued"), ["I10", "r-1"], ["I10", "m-1"]],
    ["finds one that is unknown", end("sending"), ["I10", "r-1"], ["I10", "m-1"]],
    [
      "finds a slot that waits for ever",
      (world) => world.rows.pendingSlots.push({ workspaceId: "w1", callerE164: "+15035551000", messageId: "m-9" }),
      ["I10", "m-9", "+15035551000"],
    ],
    ["wants to know when the faults stopped", (world) => world.history.shift(), ["I10"]],
  ])("%s", (_, change, ...expected) => expect(judge(change)).toEqual(expected));
});
