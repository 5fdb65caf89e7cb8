import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CALLER, startTestNetwork, type TestNetwork, until } from "../testing/test-network";
import { countSegments } from "./segments";

let network: TestNetwork;
beforeAll(async () => {
  network = await startTestNetwork();
});
afterAll(() => network.close());
beforeEach(() => {
  network.carrier.reset({ keepNumbers: true });
  network.app.received.length = 0;
});

const send = (form: Record<string, string> = {}) =>
  network.rest("POST", "{AC}/Messages.json", {
    To: CALLER,
    From: network.number,
    Body: "Sorry we missed you",
    StatusCallback: `${network.app.url}/sent`,
    ...form,
  });
const statuses = () => network.app.to("/sent").map(({ parameters }) => parameters.MessageStatus);

describe("a text from the account", () => {
  it("is queued, sent, delivered, and on the phone's screen", async () => {
    const created = await send({ ValidityPeriod: "600" });
    expect(created).toMatchObject({
      status: 201,
      body: { status: "queued", num_segments: "1", direction: "outbound-api", to: CALLER, error_code: null },
    });
    await until(() => statuses().length === 2);
    expect(statuses().sort()).toEqual(["delivered", "sent"]);
    expect(network.app.to("/sent")[0]?.parameters).not.toHaveProperty("Timestamp");
    expect(network.carrier.phone(CALLER).texts).toMatchObject([{ direction: "in", body: "Sorry we missed you" }]);
    const read = await network.rest("GET", `{AC}/Messages/${created.body.sid}.json`);
    expect(read.body).toMatchObject({ status: "delivered", date_sent: expect.stringMatching(/\+0000$/) });
  });

  it.each([
    [{ lineKind: "landline" as const }, ["sent", "undelivered"], "30006"],
    [{ texting: { outcome: "failed" as const, errorCode: 30007 } }, ["failed", "sent"], "30007"],
    [{ texting: { outcome: "no_report" as const } }, ["sent"], undefined],
  ])("to a phone with %o ends as %s", async (change, expected, code) => {
    network.carrier.setPhone({ number: CALLER, ...change });
    await send();
    await until(() => network.carrier.health().textsInFlight === 0 && statuses().length === expected.length);
    expect(statuses().sort()).toEqual(expected);
    expect(network.app.to("/sent").find(({ parameters }) => parameters.ErrorCode)?.parameters.ErrorCode).toBe(code);
  });

  it.each([
    [{ To: "12345" }, 21211],
    [{ To: "+15031550100" }, 21211],
    [{ From: "+15035550199" }, 21606],
    [{ Body: "x".repeat(1601) }, 21617],
    [{ Body: "" }, 21602],
    [{ To: "" }, 21604],
    [{ StatusCallback: "nowhere" }, 21609],
  ])("with %o is refused with %i", async (form, code) => {
    expect(await send(form)).toMatchObject({ status: 400, body: { code, status: 400 } });
    expect(network.carrier.ledger({ kinds: ["message_refused"] })).toMatchObject([{ code }]);
    expect(network.carrier.ledger({ kinds: ["message_accepted"] })).toEqual([]);
  });
});

describe("a text to the account", () => {
  it("is told to its SmsUrl with all it has, pictures too", async () => {
    network.carrier.sendText({ from: CALLER, to: network.number, body: "The sink leaks ", mediaCount: 1 });
    const [{ parameters } = { parameters: {} as Record<string, string> }] = await until(
      () => network.app.to("/sms").length > 0 && network.app.to("/sms"),
    );
    expect(parameters).toMatchObject({ Body: "The sink leaks ", NumMedia: "1", SmsStatus: "received", From: CALLER });
    expect(parameters.SmsMessageSid).toBe(parameters.MessageSid);
    const picture = await fetch(parameters.MediaUrl0 ?? "");
    expect(picture.headers.get("content-type")).toBe(parameters.MediaContentType0);
    expect(Buffer.from(await picture.arrayBuffer()).toString("latin1", 1, 4)).toBe("PNG");
    const wrong = await fetch(parameters.MediaUrl0 ?? "", { headers: { authorization: "Basic eDp5" } });
    expect(wrong.status).toBe(401);
  });

  it("that is STOP closes, START opens again; each is answered by the network and told to the app", async () => {
    const text = (body: string) => network.carrier.sendText({ from: CALLER, to: network.number, body });
    text(" stop ");
    expect(await send()).toMatchObject({ status: 400, body: { code: 21610 } });
    text("STOP");
    text("please stop");
    text("Start");
    expect((await send()).status).toBe(201);
    await until(() => network.app.to("/sms").length === 4);
    expect(network.carrier.ledger({ kinds: ["auto_reply"] })).toHaveLength(2);
    const replies = network.carrier.phone(CALLER).texts.filter(({ body }) => body.startsWith("You have"));
    expect(replies.map(({ body }) => body.slice(0, 30))).toEqual([
      "You have successfully been uns",
      "You have successfully been re-",
    ]);
  });

  it("can be answered with TwiML", async () => {
    network.app.on("/sms", "<Response><Message>On our way.</Message></Response>");
    network.carrier.sendText({ from: CALLER, to: network.number, body: "Hello?" });
    await until(() => network.carrier.phone(CALLER).texts.some(({ body }) => body === "On our way."));
    network.app.on("/sms", "<Response/>");
  });
});

it("counts segments as carriers do", () => {
  expect(countSegments("a".repeat(160))).toBe(1);
  expect(countSegments("a".repeat(161))).toBe(2);
  expect(countSegments(`${"a".repeat(159)}€`)).toBe(2);
  expect(countSegments("ы".repeat(70))).toBe(1);
  expect(countSegments("ы".repeat(71))).toBe(2);
});
