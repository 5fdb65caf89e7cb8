import { beforeEach, describe, expect, it, vi } from "vitest";
import { MOST_BODY_BYTES } from "@/lib/request-body";
import { ACCOUNT, stubEnvironment, TOKEN } from "./testing/environment";
import { signatureOf } from "./verify-webhook";

const FORM = "application/x-www-form-urlencoded; charset=UTF-8";
const PATH = "/api/twilio/messages/incoming";
const BODY = `AccountSid=${ACCOUNT}&Body=hello`;

beforeEach(() => {
  vi.resetModules();
  vi.unstubAllEnvs();
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  stubEnvironment();
});

/** A request whose body notices that it is read. */
function requestOf(headers: Record<string, string>, body = BODY) {
  const asked = { pieces: 0 };
  const pieces = body.match(/.{1,1000}/g) ?? [];
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const piece = pieces[asked.pieces];
        if (piece === undefined) return controller.close();
        asked.pieces += 1;
        controller.enqueue(new TextEncoder().encode(piece));
      },
    },
    { highWaterMark: 0 },
  );
  const init = { method: "POST", headers, body: stream, duplex: "half" } as RequestInit;
  return { asked, request: new Request(`http://localhost${PATH}`, init) };
}

async function read(request: Request): Promise<string | number> {
  const { readWebhook } = await import("./read-webhook");
  const read = await readWebhook(request, PATH);
  return read instanceof Response ? read.status : read.toString();
}

const signed = (body: string) => ({
  "content-type": FORM,
  "x-twilio-signature": signatureOf(TOKEN, `https://ringback.test${PATH}`, new URLSearchParams(body)),
});

describe("readWebhook", () => {
  it("reads what Twilio signed, with and without an announced length", async () => {
    expect(await read(requestOf(signed(BODY)).request)).toBe(new URLSearchParams(BODY).toString());
    const announced = { ...signed(BODY), "content-length": String(BODY.length) };
    expect(await read(requestOf(announced).request)).toBe(new URLSearchParams(BODY).toString());
  });

  it.for<[string, Record<string, string>, number]>([
    ["has no signature", { "content-type": FORM }, 403],
    ["has an empty signature", { "content-type": FORM, "x-twilio-signature": "" }, 403],
    ["has no type", { "x-twilio-signature": "x" }, 403],
    ["has another type", { "content-type": "multipart/form-data; boundary=x", "x-twilio-signature": "x" }, 403],
    ["is announced too long", { ...signed(BODY), "content-length": String(MOST_BODY_BYTES + 1) }, 413],
  ])("reads no byte of a body whose request %s", async ([, headers, status]) => {
    const { asked, request } = requestOf(headers);
    expect(await read(request)).toBe(status);
    expect(asked.pieces).toBe(0);
  });

  it("stops reading a body longer than any webhook, signed or not", async () => {
    const long = `${BODY}${"x".repeat(10 * MOST_BODY_BYTES)}`;
    for (const headers of [signed(long), { "content-type": FORM, "x-twilio-signature": "x" }]) {
      const { asked, request } = requestOf(headers, long);
      expect(await read(request)).toBe(413);
      expect(asked.pieces).toBeLessThan(80);
    }
  });
});
