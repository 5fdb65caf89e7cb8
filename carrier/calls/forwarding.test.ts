import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CALLER, callAndWait, OWNER, startTestNetwork, type TestNetwork, until } from "../testing/test-network";
import type { Forwarding, PhoneBehaviour } from "../types";

let network: TestNetwork;
beforeAll(async () => {
  network = await startTestNetwork();
});
afterAll(() => network.close());
beforeEach(() => {
  network.carrier.reset({ keepNumbers: true });
  network.app.received.length = 0;
  network.app.on("/voice", "<Response><Say>Sorry we missed you.</Say></Response>");
});

const forwardTo = (change: Partial<Forwarding> = {}): Forwarding => ({
  to: network.number,
  on: ["no_answer", "busy", "unreachable"],
  afterSeconds: 15,
  ...change,
});

describe("a line that forwards to the account's number", () => {
  it.each<[PhoneBehaviour, number]>([
    ["rings_out", 15],
    ["busy", 0],
    ["declines", 3],
    ["unreachable", 0],
    ["voicemail", 15],
  ])("that %s brings the original caller after %i s", async (behaviour, seconds) => {
    network.carrier.setPhone({ number: OWNER, behaviour, forwarding: forwardTo() });
    const call = await callAndWait(network, { to: OWNER });
    expect(network.app.to("/voice")[0]?.parameters).toMatchObject({
      From: CALLER,
      To: network.number,
      Direction: "inbound",
      ForwardedFrom: OWNER,
      CalledVia: OWNER,
    });
    const heard = call.heard.find(({ kind }) => kind === "said");
    expect(heard?.text).toBe("Sorry we missed you.");
    expect(heard?.atSeconds ?? 0).toBeGreaterThanOrEqual(seconds);
    expect(call).toMatchObject({ outcome: "completed", callSid: expect.stringMatching(/^CA/) });
  });

  it.each([
    ["absent", undefined],
    ["wrong", `+4949494949${OWNER.slice(1)}`],
  ] as const)("with its own number %s", async (passForwardedFrom, shown) => {
    network.carrier.setPhone({ number: OWNER, behaviour: "busy", forwarding: forwardTo({ passForwardedFrom }) });
    await callAndWait(network, { to: OWNER });
    expect(network.app.to("/voice")[0]?.parameters.ForwardedFrom).toBe(shown);
  });

  it("that picks up in time keeps the call", async () => {
    network.carrier.setPhone({ number: OWNER, behaviour: "accepts", forwarding: forwardTo(), talkSeconds: 4 });
    expect(await callAndWait(network, { to: OWNER })).toMatchObject({ outcome: "completed", callSid: null });
    expect(network.app.to("/voice")).toEqual([]);
  });

  it("that forwards only when busy does not when it rings out", async () => {
    const forwarding = forwardTo({ on: ["busy"] });
    network.carrier.setPhone({ number: OWNER, behaviour: "rings_out", forwarding });
    expect(await callAndWait(network, { to: OWNER })).toMatchObject({ outcome: "no-answer" });
  });

  it("passes a busy signal on to the caller", async () => {
    network.app.on("/voice", '<Response><Reject reason="busy"/></Response>');
    network.carrier.setPhone({ number: OWNER, behaviour: "busy", forwarding: forwardTo() });
    const call = await callAndWait(network, { to: OWNER });
    expect(call.outcome).toBe("busy");
    expect(call.heard.at(-1)?.text).toBe("Busy tone");
  });

  it("comes back to a Dial as a call of its own, whose rejection makes the leg busy", async () => {
    network.app.on("/voice", ({ parameters }) =>
      parameters.From === network.number
        ? '<Response><Reject reason="busy"/></Response>'
        : `<Response><Dial timeout="20" callerId="${network.number}" action="/dialed">${OWNER}</Dial></Response>`,
    );
    network.carrier.setPhone({ number: OWNER, behaviour: "rings_out", forwarding: forwardTo() });
    await callAndWait(network);
    expect(network.app.to("/voice")[1]?.parameters).toMatchObject({ From: network.number, ForwardedFrom: OWNER });
    expect(network.app.to("/dialed")[0]?.parameters).toMatchObject({ DialCallStatus: "busy", DialBridged: "false" });
  });

  it("proves itself to a call placed over REST", async () => {
    network.app.on("/voice", '<Response><Reject reason="busy"/></Response>');
    network.carrier.setPhone({ number: OWNER, behaviour: "rings_out", forwarding: forwardTo() });
    const second = await network.rest("POST", "{AC}/IncomingPhoneNumbers.json", { AreaCode: "206" });
    const placed = await network.rest("POST", "{AC}/Calls.json", {
      To: OWNER,
      From: second.body.phone_number,
      Timeout: "40",
      Twiml: '<Response><Pause length="2"/><Hangup/></Response>',
      StatusCallback: `${network.app.url}/placed`,
    });
    expect(placed).toMatchObject({ status: 201, body: { status: "queued", direction: "outbound-api" } });
    const [ended] = await until(() => network.app.to("/placed").length > 0 && network.app.to("/placed"));
    expect(ended?.parameters).toMatchObject({ CallStatus: "busy", CallSid: placed.body.sid });
    expect(network.app.to("/voice")[0]?.parameters.From).toBe(second.body.phone_number);
    await network.rest("DELETE", `{AC}/IncomingPhoneNumbers/${second.body.sid}.json`);
  });
});

describe("a call placed over REST", () => {
  it.each<[PhoneBehaviour, string]>([
    ["picks_up_silently", "completed"],
    ["rings_out", "no-answer"],
    ["busy", "busy"],
  ])("to a phone that %s ends %s", async (behaviour, status) => {
    network.carrier.setPhone({ number: OWNER, behaviour });
    await network.rest("POST", "{AC}/Calls.json", {
      To: OWNER,
      From: network.number,
      Timeout: "20",
      Url: `${network.app.url}/outbound`,
      StatusCallback: `${network.app.url}/placed`,
    });
    await until(() => network.app.to("/placed").length > 0);
    expect(network.app.to("/placed")[0]?.parameters.CallStatus).toBe(status);
    expect(network.app.to("/outbound")).toHaveLength(status === "completed" ? 1 : 0);
    const { body } = await network.rest("GET", `{AC}/Calls.json?To=${encodeURIComponent(OWNER)}&Status=${status}`);
    expect(body.calls).toHaveLength(1);
  });
});
