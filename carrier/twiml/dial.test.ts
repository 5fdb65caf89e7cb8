import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CALLER, callAndWait, OWNER, startTestNetwork, type TestNetwork, until } from "../testing/test-network";
import type { PhoneBehaviour } from "../types";

const SECOND = "+15035550133";
let network: TestNetwork;
beforeAll(async () => {
  network = await startTestNetwork();
});
afterAll(() => network.close());

const number = (to: string) =>
  `<Number url="/screen" statusCallback="/leg" statusCallbackEvent="initiated ringing answered completed">${to}</Number>`;
const dial = (attributes: string, ...numbers: string[]) =>
  `<Response><Dial timeout="15" action="/dialed" ${attributes}>${numbers.map(number).join("")}</Dial></Response>`;

beforeEach(() => {
  network.carrier.reset({ keepNumbers: true });
  network.app.received.length = 0;
  network.app.on("/voice", dial('answerOnBridge="true"', OWNER));
  network.app.on(
    "/screen",
    '<Response><Gather numDigits="1" timeout="5" action="/accepted"><Say>Call for Alder, press 1</Say></Gather><Hangup/></Response>',
  );
  network.app.on("/accepted", "<Response/>");
  network.app.on("/dialed", "<Response><Hangup/></Response>");
});

const dialed = () => network.app.to("/dialed").map(({ parameters }) => parameters);
const legStatuses = () =>
  network.app
    .to("/leg")
    .map(({ parameters }) => `${parameters.SequenceNumber} ${parameters.CallStatus}`)
    .sort();

describe("answering machine detection", () => {
  it.each<[PhoneBehaviour, string]>([
    ["accepts", "human"],
    ["voicemail", "machine_start"],
  ])("%s is heard as %s", async (behaviour, heard) => {
    const listening = `<Number machineDetection="Enable" amdStatusCallback="/detected">${OWNER}</Number>`;
    network.app.on("/voice", `<Response><Dial timeout="60" action="/dialed">${listening}</Dial></Response>`);
    network.carrier.setPhone({ number: OWNER, behaviour, talkSeconds: 10 });
    await callAndWait(network);
    await until(() => network.app.to("/detected").length === 1);
    expect(network.app.to("/detected")[0]?.parameters).toMatchObject({ AnsweredBy: heard });
  });
});

describe("the business's phone", () => {
  it.each<[PhoneBehaviour, string, string, string[]]>([
    ["rings_out", "no-answer", "false", ["0 initiated", "1 ringing", "2 no-answer"]],
    ["busy", "busy", "false", ["0 initiated", "1 busy"]],
    ["unreachable", "failed", "false", ["0 initiated", "1 failed"]],
    ["declines", "busy", "false", ["0 initiated", "1 ringing", "2 busy"]],
    ["accepts", "completed", "true", ["0 initiated", "1 ringing", "2 in-progress", "3 completed"]],
    ["picks_up_silently", "completed", "false", ["0 initiated", "1 ringing", "2 in-progress", "3 completed"]],
    ["interactive", "no-answer", "false", ["0 initiated", "1 ringing", "2 no-answer"]],
  ])("%s: the action hears %s, bridged %s", async (behaviour, status, bridged, steps) => {
    network.carrier.setPhone({ number: OWNER, behaviour, talkSeconds: 10 });
    await callAndWait(network);
    expect(dialed()).toHaveLength(1);
    expect(dialed()[0]).toMatchObject({
      DialCallStatus: status,
      DialBridged: bridged,
      DialCallSid: expect.stringMatching(/^CA/),
    });
    expect("DialCallDuration" in (dialed()[0] ?? {})).toBe(status === "completed");
    expect(legStatuses()).toEqual(steps);
    expect(network.app.to("/leg")[0]?.parameters).toMatchObject({
      ParentCallSid: dialed()[0]?.CallSid,
      Direction: "outbound-dial",
      From: CALLER,
      To: OWNER,
    });
    expect(network.app.to("/number-status")[0]?.parameters.CallStatus).toBe("completed");
  });

  it("voicemail that picks up in time presses nothing", async () => {
    network.carrier.setPhone({ number: OWNER, behaviour: "voicemail", afterSeconds: 10 });
    await callAndWait(network);
    expect(dialed()[0]).toMatchObject({ DialCallStatus: "completed", DialBridged: "false" });
    expect(network.app.to("/accepted")).toEqual([]);
  });

  it("is answered, screened and hung up by hand", async () => {
    network.carrier.setPhone({ number: OWNER, behaviour: "interactive" });
    const done = callAndWait(network);
    const ringing = await until(() => network.carrier.phone(OWNER).currentCall);
    network.carrier.answer(ringing.id);
    await until(() => network.carrier.call(ringing.id).heard.some(({ text }) => text.includes("press 1")));
    network.carrier.press(ringing.id, "1");
    await until(() => network.carrier.call(ringing.id).heard.some(({ kind }) => kind === "connected"));
    expect(network.carrier.call(ringing.callSid ?? "").id).toBe(ringing.id);
    network.carrier.hangUp(ringing.id);
    expect((await done).heard.some(({ kind }) => kind === "connected")).toBe(true);
    expect(dialed()[0]).toMatchObject({ DialCallStatus: "completed", DialBridged: "true", CallStatus: "in-progress" });
  });

  it("without screening, voicemail swallows the call", async () => {
    network.app.on("/voice", `<Response><Dial action="/dialed">${OWNER}</Dial></Response>`);
    network.carrier.setPhone({ number: OWNER, behaviour: "voicemail", afterSeconds: 5 });
    const call = await callAndWait(network);
    expect(call.heard.some(({ text }) => text.includes("my voicemail"))).toBe(true);
    expect(dialed()[0]).toMatchObject({ DialBridged: "true" });
  });
});

describe("several phones", () => {
  it("ring at once; the first to accept gets the call", async () => {
    network.app.on("/voice", dial('answerOnBridge="true"', OWNER, SECOND));
    network.carrier.setPhone({ number: OWNER, behaviour: "rings_out" });
    network.carrier.setPhone({ number: SECOND, behaviour: "accepts", talkSeconds: 5 });
    await callAndWait(network);
    const legs = network.app.to("/leg").filter(({ parameters }) => parameters.To === OWNER);
    expect(legs.at(-1)?.parameters.CallStatus).toBe("canceled");
    expect(dialed()[0]).toMatchObject({ DialCallStatus: "completed", DialBridged: "true" });
  });

  it.each(["on_bridge", "on_pick_up"] as const)("a voicemail that picks up first, others hung up %s", async (when) => {
    network.carrier.setSettings({ hangUpOthers: when });
    network.app.on("/voice", dial('answerOnBridge="true"', OWNER, SECOND));
    network.carrier.setPhone({ number: OWNER, behaviour: "voicemail", afterSeconds: 2 });
    network.carrier.setPhone({ number: SECOND, behaviour: "accepts", afterSeconds: 10, talkSeconds: 5 });
    await callAndWait(network);
    expect(dialed()[0]?.DialBridged).toBe(String(when === "on_bridge"));
  });

  it("ring one after the other", async () => {
    network.app.on("/voice", dial('answerOnBridge="true" sequential="true"', OWNER, SECOND));
    network.carrier.setPhone({ number: OWNER, behaviour: "declines" });
    network.carrier.setPhone({ number: SECOND, behaviour: "accepts", talkSeconds: 5 });
    await callAndWait(network);
    const [first] = network.carrier.phone(OWNER).calls;
    const [second] = network.carrier.phone(SECOND).calls;
    expect(second?.startedAt ?? 0).toBeGreaterThanOrEqual(first?.endedAt ?? Number.POSITIVE_INFINITY);
    expect(dialed()[0]?.DialBridged).toBe("true");
  });
});

describe("the caller gives up while it rings", () => {
  it.each([
    ["canceled", ["canceled"]],
    ["no-answer", ["no-answer"]],
    ["none", []],
  ] as const)("the action hears %s", async (dialActionOnAbandon, heard) => {
    network.carrier.setSettings({ dialActionOnAbandon });
    await callAndWait(network, { hangUpAfterSeconds: 6 });
    expect(dialed().map(({ DialCallStatus }) => DialCallStatus)).toEqual(heard);
    expect(network.app.to("/number-status")[0]?.parameters.CallStatus).toBe("no-answer");
    expect(legStatuses().at(-1)).toBe("2 canceled");
  });

  it("has been answered already without answerOnBridge", async () => {
    network.app.on("/voice", dial("", OWNER));
    await callAndWait(network, { hangUpAfterSeconds: 6 });
    expect(network.app.to("/number-status")[0]?.parameters.CallStatus).toBe("completed");
  });
});

it("refuses a caller id that is not ours to show", async () => {
  network.app.on("/voice", dial('callerId="+12125550199"', OWNER));
  await callAndWait(network);
  expect(network.carrier.ledger({ kinds: ["error"] })[0]?.code).toBe(13214);
});
