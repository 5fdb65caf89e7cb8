import { describe, expect, it } from "vitest";
import { check } from "./check";
import { judge, type Row } from "./testing/judge";
import { MINUTE, SECOND, SmallWorld, START } from "./testing/small-world";

const repeat = <T>(list: T[], change: Partial<T> = {}) => list.push({ ...structuredClone(list[0] as T), ...change });

describe("I1, one recovery per missed call", () => {
  it.each<Row>([
    ["holds for a call that was texted", () => {}],
    ["holds for calls that were decided against", (world) => world.missed("2")],
    [
      "holds for an answered call without one",
      (world) => {
        world.missed("2");
        Object.assign(world.history.at(-3) ?? {}, { outcome: "answered" });
        Object.assign(world.rows.calls[1] ?? {}, { state: "answered" });
        world.rows.recoveries.pop();
      },
    ],
    [
      "asks a voicemail for one",
      (world) => {
        Object.assign(world.history[1] ?? {}, { outcome: "voicemail" });
        world.rows.recoveries.pop();
        world.rows.messages.pop();
        world.ledger.pop();
      },
      ["I1", "CA-1"],
    ],
    [
      "takes no row's word for a voicemail",
      (world, { call }) => {
        call.state = "voicemail";
        Object.assign(world.history[1] ?? {}, { outcome: "answered" });
      },
      ["I1", "CA-1", "r-1"],
    ],
    [
      "finds two",
      (world) => repeat(world.rows.recoveries, { id: "r-2", messageId: null, state: "skipped" }),
      ["I1", "CA-1", "r-1", "r-2"],
    ],
    [
      "finds two by way of two rows of one call",
      (world) => {
        repeat(world.rows.calls, { id: "c-2" });
        repeat(world.rows.recoveries, { id: "r-2", callId: "c-2", messageId: null, state: "skipped" });
      },
      ["I1", "CA-1", "r-1", "r-2"],
    ],
    [
      "finds none",
      (world) => {
        world.missed("2");
        world.rows.recoveries.pop();
      },
      ["I1", "CA-2"],
    ],
    [
      "finds none where the whole call is missing",
      (world) => world.history.push(...world.history.slice(1, 2).map((call) => ({ ...call, sid: "CA-2" }))),
      ["I1", "CA-2"],
    ],
    [
      "finds a call that only the rows know, and its text",
      (world) => {
        world.texted("2", { from: "+15035551002" });
        world.history.splice(-3);
      },
      ["I1", "CA-2", "c-2"],
    ],
    [
      "finds a call under another workspace than the one that was called",
      (world, { call, recovery, message }) => {
        for (const row of [call, recovery, message]) row.workspaceId = "w2";
        for (const row of world.rows.webhooks) row.workspaceId = "w2";
        Object.assign(world.ledger[0] ?? {}, { from: "+15035550003" });
        message.from = "+15035550003";
      },
      ["I1", "CA-1", "c-1", "w2", "+15035551000"],
      ["I5", "in-1", "CA-1", "/api/twilio/voice/incoming"],
    ],
    [
      "finds a call under another caller",
      (world, { call, message }) => {
        call.callerE164 = message.to = "+15035551009";
        Object.assign(world.ledger[0] ?? {}, { to: "+15035551009" });
      },
      ["I1", "CA-1", "c-1", "w1", "+15035551009"],
    ],
    [
      "finds one where an answered call was recovered",
      (world) => Object.assign(world.history[1] ?? {}, { outcome: "answered" }),
      ["I1", "CA-1", "r-1"],
    ],
    [
      "finds one without a call",
      (world) => repeat(world.rows.recoveries, { id: "r-2", callId: "c-2", messageId: null, state: "skipped" }),
      ["I1", "r-2", "c-2"],
    ],
  ])("%s", (_, change, ...expected) => expect(judge(change)).toEqual(expected));
});

describe("I2, each texted recovery is one message at the carrier", () => {
  it.each<Row>([
    [
      "holds when earlier requests were refused or failed",
      (world, { message }) => {
        world.request(message, START + 500, false);
        message.requestedAt = START + 500;
      },
    ],
    [
      "holds for an opening by hand after a refused one",
      (world, { message, recovery }) => {
        world.rows.messages.push({ ...message, id: "m-2", author: "member", sid: "SM-2" });
        Object.assign(message, { status: "failed", sid: null });
        Object.assign(world.ledger[0] ?? {}, { sid: null });
        Object.assign(recovery, { messageId: "m-2" });
        world.request(world.rows.messages[1] as never, START + 9 * SECOND);
      },
    ],
    [
      "holds for a reply, which needs no recovery",
      (world, { message }) => {
        const reply = { ...message, id: "m-2", sid: "SM-2", purpose: "reply", author: "member", recoveryId: null };
        world.rows.messages.push(reply);
        world.request(reply, START + 9 * SECOND);
      },
    ],
    [
      "holds for an unconfirmed text that never arrived",
      (world, { message, recovery }) => {
        Object.assign(message, { status: "unconfirmed", sid: null });
        recovery.state = "unconfirmed";
        Object.assign(world.ledger[0] ?? {}, { sid: null });
      },
    ],
    ["finds a text that was never taken", (world) => world.ledger.pop(), ["I2", "r-1", "m-1"]],
    [
      "finds a recovery without a text",
      (_, { recovery, message }) => {
        recovery.messageId = null;
        message.purpose = "reply";
      },
      ["I2", "r-1"],
    ],
    [
      "finds an opening of a recovery that says it was not texted",
      (_, { recovery }) => {
        recovery.state = "unconfirmed";
      },
      ["I2", "m-1", "SM-1", "r-1"],
    ],
    [
      "finds a second opening beside the recovery's own",
      (world, { message }) => {
        world.rows.messages.push({ ...message, id: "m-2", sid: "SM-2", author: "member" });
        world.request(world.rows.messages[1] as never, START + 9 * SECOND);
      },
      ["I2", "m-2", "SM-2"],
    ],
    [
      "finds the sid of another text",
      (_, { message }) => {
        message.sid = "SM-2";
      },
      ["I2", "m-1", "SM-1"],
    ],
    [
      "finds one text for two recoveries",
      (world, { recovery }) => {
        world.missed("2");
        Object.assign(world.rows.recoveries[1] ?? {}, { state: "texted", messageId: recovery.messageId });
      },
      ["I2", "m-1", "SM-1", "r-1", "r-2"],
    ],
    [
      "finds other words than the row's",
      (_, { request }) => {
        request.body = "Hello";
      },
      ["I2", "m-1", "SM-1"],
    ],
    [
      "finds a text to somebody who did not call",
      (_, { message, request }) => {
        message.to = request.to = "+15035559999";
      },
      ["I2", "r-1", "m-1", "SM-1"],
    ],
    [
      "finds a reply that went twice",
      (world, { message }) => {
        const reply = { ...message, id: "m-2", sid: "SM-2", purpose: "reply", author: "member", recoveryId: null };
        world.rows.messages.push(reply);
        world.request(reply, START + 9 * SECOND);
        world.request({ ...reply, sid: "SM-3" }, START + 40 * SECOND);
      },
      ["I2", "m-2", "SM-2", "SM-3"],
    ],
  ])("%s", (_, change, ...expected) => expect(judge(change)).toEqual(expected));
});

describe("I2 and I3 together", () => {
  it.each<Row>([
    [
      "find an opening that went twice",
      (world, { message }) => world.request({ ...message, sid: "SM-2" }, START + 40 * SECOND),
      ["I2", "m-1", "SM-1", "SM-2"],
      ["I3", "w1", "+15035551000", "SM-1", "SM-2"],
    ],
    [
      "find a text that no row knows",
      (world, { message }) => world.request({ ...message, id: "m-2", sid: "SM-2" }, START + 40 * SECOND),
      ["I2", "SM-2", "+15035551000"],
      ["I3", "w1", "+15035551000", "SM-1", "SM-2"],
    ],
  ])("%s", (_, change, ...expected) => expect(judge(change)).toEqual(expected));
});

describe("I3, one opening per caller and wait", () => {
  const later =
    (at: number, change: object = {}) =>
    (world: SmallWorld) => {
      const { message } = world.texted("2", { at });
      Object.assign(message, change);
    };
  it.each<Row>([
    ["holds after the wait", later(START + 60 * MINUTE)],
    ["holds for another caller", (world) => world.texted("2", { from: "+15035551001" })],
    [
      "holds for another workspace",
      (world) => world.texted("2", { workspace: { ...world.rows.workspaces[1] } as never }),
    ],
    ["holds for an opening by hand", later(START + MINUTE, { author: "member" })],
    [
      "holds where there is no wait",
      (world) => {
        Object.assign(world.rows.workspaces[0] ?? {}, { coolDownMinutes: 0 });
        world.texted("2");
      },
    ],
    ["finds two within it", later(START + 59 * MINUTE), ["I3", "w1", "+15035551000", "SM-1", "SM-2"]],
    [
      "finds two from two numbers of the workspace",
      (world) => {
        const { message, request } = world.texted("2", { at: START + MINUTE });
        message.from = request.from = "+15035550002";
      },
      ["I3", "w1", "+15035551000", "SM-1", "SM-2"],
    ],
    [
      "finds each pair once, whatever the order of the ledger",
      (world) => {
        world.texted("3", { at: START + 2 * MINUTE });
        world.texted("2", { at: START + MINUTE });
      },
      ["I3", "w1", "+15035551000", "SM-1", "SM-2"],
      ["I3", "w1", "+15035551000", "SM-2", "SM-3"],
    ],
  ])("%s", (_, change, ...expected) => expect(judge(change)).toEqual(expected));
});

describe("a night's calls", () => {
  it("are judged while one waits, on a busy machine too", { timeout: 60_000 }, () => {
    const world = new SmallWorld();
    const caller = (n: number) => `+1503${String(5_560_000 + n).padStart(7, "0")}`;
    Object.assign(world.rows.workspaces[0] ?? {}, { dailySpendCapCents: 1e9 });
    for (let n = 0; n < 10_000; n++) world.texted(String(n), { from: caller(n % 5_000), at: START + n * SECOND });
    expect(check(world.evidence)).toHaveLength(0);
  });
});
