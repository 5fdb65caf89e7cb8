import { createServer } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { createMessage, getMessage } from "./messages";
import { request } from "./request";
import { stubEnvironment } from "./testing/environment";
import { type FakeApi, startFakeApi } from "./testing/fake-api";

const text = { from: "+1", to: "+2", body: "Hello", statusCallback: "https://ringback.test/x", validitySeconds: 600 };
const always = () => true;

let api: FakeApi;

beforeAll(async () => {
  api = await startFakeApi();
  stubEnvironment({ TWILIO_API_URL: api.origin });
});
afterAll(() => api.stop());

const quick = (repeatable: boolean) =>
  request({ method: "POST", path: "/x", form: {}, repeatable, schema: z.looseObject({}), timeoutMs: 150 });

describe("an answer that is not a success", () => {
  it("is later when there was too much at once, with the time to wait", async () => {
    api.answerJson(429, { code: 20429, message: "Too Many Requests" }, { "retry-after": "3" });
    const expected = { ok: false, kind: "later", code: 20429, words: "Too Many Requests", retryAfterSeconds: 3 };
    expect(await createMessage(text, always)).toEqual(expected);
    api.answerWith((response) => void response.writeHead(429).end("slow down"));
    expect(await createMessage(text, always)).toMatchObject({
      kind: "later",
      code: null,
      words: "Twilio answered 429",
    });
  });

  it.for([
    [400, 21610],
    [401, 20003],
    [404, 20404],
  ] as const)("is refused with Twilio's own code at %i", async ([status, code]) => {
    api.answerJson(status, { code, message: "No.", status });
    const expected = { ok: false, kind: "refused", code, words: "No." };
    expect(await createMessage(text, always)).toEqual(expected);
    expect(await getMessage("SM1")).toEqual(expected);
  });

  it.for([302, 500, 503])("leaves a send unknown and a read for later at %i", async (status) => {
    api.answerWith((response) => void response.writeHead(status, { location: "/elsewhere" }).end("<html>"));
    expect(await createMessage(text, always)).toMatchObject({ ok: false, kind: "unknown" });
    expect(api.received).toHaveLength(1);
    expect(await getMessage("SM1")).toMatchObject({ ok: false, kind: "later" });
  });

  it("is as unclear when a success cannot be read", async () => {
    api.answerJson(201, { status: "queued" });
    expect(await createMessage(text, always)).toMatchObject({ ok: false, kind: "unknown" });
    api.answerWith((response) => void response.writeHead(200).end("not json"));
    expect(await createMessage(text, always)).toMatchObject({ ok: false, kind: "unknown" });
    expect(await getMessage("SM1")).toMatchObject({ ok: false, kind: "later" });
  });
});

describe("a request without an answer", () => {
  it("is unknown when the connection broke after it was written", async () => {
    api.answerWith((response) => void response.socket?.destroy());
    expect(await createMessage(text, always)).toMatchObject({ ok: false, kind: "unknown", code: null });
    expect(api.received).toHaveLength(1);
    expect(await getMessage("SM1")).toMatchObject({ ok: false, kind: "later" });
  });

  it("is unknown when the answer breaks off half-way", async () => {
    api.answerWith((response) => {
      response.writeHead(201, { "content-length": "100" }).write('{"sid":');
      setImmediate(() => response.socket?.destroy());
    });
    expect(await createMessage(text, always)).toMatchObject({ ok: false, kind: "unknown" });
  });

  it("ends at its timeout, before the headers as in the middle of the body", async () => {
    api.answerWith(() => undefined);
    expect(await quick(false)).toMatchObject({ kind: "unknown", words: "Twilio did not answer in time" });
    expect(await quick(true)).toMatchObject({ kind: "later", words: "Twilio did not answer in time" });
    api.answerWith((response) => void response.writeHead(201).write('{"sid":'));
    expect(await quick(false)).toMatchObject({ kind: "unknown", words: "Twilio did not answer in time" });
  });

  it("ends when the answer is to speak something else, or never ends", async () => {
    const upgrade = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n";
    api.answerWith((response) => void response.socket?.write(upgrade));
    expect(await quick(false)).toMatchObject({ ok: false, kind: "unknown" });
    const part = "a".repeat(1_000_000);
    api.answerWith((response) => {
      const more = () => void response.write(part, () => response.destroyed || setImmediate(more));
      more();
    });
    expect(await createMessage(text, always)).toMatchObject({ ok: false, kind: "unknown" });
  });
});

describe("a request that never left", () => {
  beforeEach(() => vi.resetModules());

  it.for([
    ["a closed port", closedPort],
    ["a host that does not exist", async (): Promise<string> => "http://carrier.invalid"],
  ] as const)("is later at %s, even for a send", async ([, origin]) => {
    stubEnvironment({ TWILIO_API_URL: await origin() });
    const fresh = await import("./messages");
    const expected = { ok: false, kind: "later", code: null, words: "Twilio could not be reached" };
    expect(await fresh.createMessage(text, always)).toEqual(expected);
  });

  it("is later when it was too late once the connection stood, and writes nothing", async () => {
    api.answerJson(201, { sid: "SM1", status: "queued" });
    expect(await createMessage(text, () => false)).toMatchObject({ ok: false, kind: "later", code: null });
    expect(await createMessage(text, always)).toMatchObject({ ok: true });
    // And over the connection that stands since then.
    expect(await createMessage(text, () => false)).toMatchObject({ ok: false, kind: "later", code: null });
    expect(api.received).toHaveLength(1);
  });

  it("is refused, with what to do, when there is no account", async () => {
    stubEnvironment({ TWILIO_ACCOUNT_SID: "", TWILIO_AUTH_TOKEN: "", TWILIO_API_URL: api.origin });
    const [messages, media] = [await import("./messages"), await import("./media")];
    const expected = {
      ok: false,
      kind: "refused",
      code: null,
      noAccount: true,
      words: "This installation has no Twilio account yet. Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.",
    };
    api.answerJson(200, {});
    expect(await messages.createMessage(text, always)).toEqual(expected);
    expect(await messages.listMessages({ since: new Date(0) })).toEqual(expected);
    expect(await media.fetchMedia("https://api.twilio.com/")).toEqual(expected);
    expect(api.received).toEqual([]);
  });
});

async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === "string") throw new Error("There was no port");
  return `http://127.0.0.1:${address.port}`;
}
