import { validateRequest } from "twilio/lib/webhooks/webhooks";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CALLER, callAndWait, startTestNetwork, type TestNetwork, TOKEN } from "../testing/test-network";

let network: TestNetwork;
beforeAll(async () => {
  network = await startTestNetwork();
});
afterAll(() => network.close());
beforeEach(() => {
  network.carrier.reset({ keepNumbers: true });
  network.app.received.length = 0;
});

const says = (call: { heard: { kind: string; text: string }[] }) =>
  call.heard.filter(({ kind }) => kind === "said").map(({ text }) => text);
const numberSid = async () =>
  (await network.rest("GET", "{AC}/IncomingPhoneNumbers.json")).body.incoming_phone_numbers[0]?.sid ?? "";
const finalStatus = () => network.app.to("/number-status").map(({ parameters }) => parameters.CallStatus);

describe("the first request", () => {
  it("is a signed form with Twilio's parameters", async () => {
    network.app.on("/voice", "<Response><Hangup/></Response>");
    await callAndWait(network, { stirVerstat: "TN-Validation-Passed-B" });
    const [voice] = network.app.to("/voice");
    expect(voice?.method).toBe("POST");
    expect(voice?.headers["user-agent"]).toBe("TwilioProxy/1.1");
    expect(voice?.headers["i-twilio-idempotency-token"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(voice?.parameters).toMatchObject({
      From: CALLER,
      Caller: CALLER,
      To: network.number,
      Called: network.number,
      FromCity: "PORTLAND",
      FromState: "OR",
      CallerCountry: "US",
      Direction: "inbound",
      ApiVersion: "2010-04-01",
      CallStatus: "ringing",
      StirVerstat: "TN-Validation-Passed-B",
    });
    expect(voice?.parameters.ForwardedFrom).toBeUndefined();
    const signature = String(voice?.headers["x-twilio-signature"]);
    expect(validateRequest(TOKEN, signature, voice?.url ?? "", voice?.parameters ?? {})).toBe(true);
  });

  it.each([
    [true, "+266696687"],
    ["Anonymous", "Anonymous"],
  ])("hides a withheld number (%s)", async (withheld, shown) => {
    network.app.on("/voice", "<Response><Hangup/></Response>");
    await callAndWait(network, { withheld });
    expect(network.app.to("/voice")[0]?.parameters).toMatchObject({ From: shown, FromCity: "" });
  });
});

describe("verbs", () => {
  it.each([
    ['<Reject reason="busy"/>', "busy"],
    ["<Reject/>", "no-answer"],
    ["<Hangup/>", "completed"],
    ["<Say>Hello</Say>", "completed"],
    ["", "completed"],
  ])("%s ends the call as %s", async (verbs, status) => {
    network.app.on("/voice", `<Response>${verbs}</Response>`);
    await callAndWait(network);
    expect(finalStatus()).toEqual([status]);
    expect(network.app.to("/number-status")[0]?.parameters).toMatchObject({
      CallbackSource: "call-progress-events",
      SequenceNumber: "0",
      CallDuration: expect.stringMatching(/^\d+$/),
      Timestamp: expect.stringMatching(/\+0000$/),
    });
  });

  it("Say takes its time, Play and Pause too", async () => {
    const words = "Sorry we missed you, this is Alder &amp; Sons.";
    network.app.on("/voice", `<Response><Say>${words}</Say><Play>http://x/a.mp3</Play><Pause length="2"/></Response>`);
    const call = await callAndWait(network);
    expect(says(call)).toEqual(["Sorry we missed you, this is Alder & Sons."]);
    const seconds = Number(network.app.to("/number-status")[0]?.parameters.CallDuration);
    expect(seconds).toBeGreaterThanOrEqual(7);
  });

  it("Gather hands over keys pressed while it speaks", async () => {
    network.app.on(
      "/voice",
      `<Response><Gather numDigits="1" timeout="3" action="/nine"><Say>${"Press nine for no text. ".repeat(4)}</Say></Gather></Response>`,
    );
    network.app.on("/nine", "<Response><Say>No text then.</Say></Response>");
    const call = await callAndWait(network, { presses: [{ afterSeconds: 3, digits: "9" }] });
    expect(network.app.to("/nine")[0]?.parameters).toMatchObject({ Digits: "9", CallStatus: "in-progress" });
    expect(says(call).at(-1)).toBe("No text then.");
  });

  it("Gather without keys goes on, or to its action when told so", async () => {
    network.app.on("/voice", '<Response><Gather timeout="2" action="/keys"/><Say>Nothing.</Say></Response>');
    expect(says(await callAndWait(network))).toEqual(["Nothing."]);
    expect(network.app.to("/keys")).toEqual([]);
    network.app.on("/voice", '<Response><Gather timeout="2" action="/keys" actionOnEmptyResult="true"/></Response>');
    await callAndWait(network);
    expect(network.app.to("/keys")[0]?.parameters.Digits).toBe("");
  });

  it("Gather ends on its finish key", async () => {
    network.app.on("/voice", '<Response><Gather action="/keys" timeout="20"/></Response>');
    await callAndWait(network, { presses: [{ afterSeconds: 1, digits: "12#" }] });
    expect(network.app.to("/keys")[0]?.parameters).toMatchObject({ Digits: "12", FinishedOnKey: "#" });
  });

  it("Record asks its action only when something was said", async () => {
    network.app.on("/voice", '<Response><Record action="/recorded" timeout="2"/><Say>Empty.</Say></Response>');
    expect(says(await callAndWait(network))).toEqual(["Empty."]);
    expect(network.app.to("/recorded")).toEqual([]);
    await callAndWait(network, { messageSeconds: 12 });
    const recorded = network.app.to("/recorded")[0]?.parameters;
    expect(recorded).toMatchObject({ RecordingDuration: "12", RecordingSid: expect.stringMatching(/^RE/) });
    const sound = await fetch(recorded?.RecordingUrl ?? "");
    expect(sound.headers.get("content-type")).toBe("audio/x-wav");
  });

  it("Redirect asks again, relative to where it stands", async () => {
    network.app.on("/voice", '<Response><Redirect method="GET">/further</Redirect></Response>');
    network.app.on("/further", '<Response><Reject reason="busy"/></Response>');
    await callAndWait(network);
    const [further] = network.app.to("/further");
    expect(further?.method).toBe("GET");
    const signature = String(further?.headers["x-twilio-signature"]);
    expect(validateRequest(TOKEN, signature, further?.url ?? "", {})).toBe(true);
    expect(finalStatus()).toEqual(["busy"]);
  });
});

describe("what is not TwiML", () => {
  it.each([
    ["<Response><Say>oops</Response>", "text/xml", 12100],
    ["<Response><Dance/></Response>", "text/xml", 12200],
    ["<Html/>", "text/xml", 12200],
    ['{"a":1}', "application/json", 12300],
  ])("%s is an application error", async (body, contentType, code) => {
    network.app.on("/voice", () => ({ status: 200, body, contentType }));
    const call = await callAndWait(network);
    expect(call.heard.at(-1)?.text).toContain("application error");
    expect(network.carrier.ledger({ kinds: ["error"] }).map((entry) => entry.code)).toEqual([code]);
    expect(finalStatus()).toEqual(["completed"]);
  });

  it("asks the fallback, which can still save the call", async () => {
    const sid = await numberSid();
    await network.rest("POST", `{AC}/IncomingPhoneNumbers/${sid}.json`, {
      VoiceFallbackUrl: `${network.app.url}/fallback`,
    });
    network.app.on("/voice", () => ({ status: 500 }));
    network.app.on("/fallback", "<Response><Say>We will text you.</Say></Response>");
    const call = await callAndWait(network);
    expect(says(call)).toEqual(["We will text you."]);
    expect(network.app.to("/voice")).toHaveLength(1);
    expect(network.app.to("/fallback")[0]?.parameters).toMatchObject({
      ErrorCode: "11200",
      ErrorUrl: `${network.app.url}/voice`,
    });
    await network.rest("POST", `{AC}/IncomingPhoneNumbers/${sid}.json`, { VoiceFallbackUrl: "" });
  });

  it("retries as the address's fragment says, and sends the same token", async () => {
    const sid = await numberSid();
    const voice = `${network.app.url}/voice`;
    await network.rest("POST", `{AC}/IncomingPhoneNumbers/${sid}.json`, { VoiceUrl: `${voice}#rc=2&rp=5xx` });
    let failures = 2;
    network.app.on("/voice", () => (failures-- > 0 ? { status: 503 } : "<Response><Hangup/></Response>"));
    await callAndWait(network);
    expect(network.app.to("/voice")).toHaveLength(3);
    const tokens = network.app.to("/voice").map(({ headers }) => headers["i-twilio-idempotency-token"]);
    expect(new Set(tokens).size).toBe(1);
    await network.rest("POST", `{AC}/IncomingPhoneNumbers/${sid}.json`, { VoiceUrl: voice });
  });
});
