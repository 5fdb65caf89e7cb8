import { validateRequest } from "twilio/lib/webhooks/webhooks.js";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ACCOUNT, stubEnvironment, TOKEN } from "./testing/environment";
import { reference } from "./testing/reference";
import { signatureOf } from "./verify-webhook";

const FORM = "application/x-www-form-urlencoded; charset=UTF-8";
const PATH = "/api/twilio/voice/incoming";
const CALL = `CA${"c3".repeat(16)}`;
const BODY = `CallSid=${CALL}&AccountSid=${ACCOUNT}&From=%2B13105550100&Body=trailing+`;

type Changes = { body?: string; token?: string; path?: string; signedBase?: string; contentType?: string | null };

async function verify(changes: Changes = {}) {
  const { verifyWebhook } = await import("./verify-webhook");
  const rawBody = changes.body ?? BODY;
  const signature = signatureOf(
    changes.token ?? TOKEN,
    (changes.signedBase ?? "https://ringback.test") + PATH,
    new URLSearchParams(rawBody),
  );
  const contentType = changes.contentType === undefined ? FORM : changes.contentType;
  return verifyWebhook({ path: changes.path ?? PATH, signature, rawBody, contentType });
}

beforeEach(() => {
  vi.resetModules();
  vi.unstubAllEnvs();
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  stubEnvironment();
});

describe("verifyWebhook", () => {
  it("accepts what Twilio signed with our token, every parameter as it was sent", async () => {
    const verified = await verify();
    expect(verified).toMatchObject({ ok: true, accountSid: ACCOUNT, tokenAge: "current" });
    expect(verified.ok && verified.params.get("Body")).toBe("trailing ");
  });

  it("accepts the previous token while it is being rotated, and says so in the log", async () => {
    stubEnvironment({ TWILIO_AUTH_TOKEN_PREVIOUS: "older-token" });
    expect(await verify({ token: "older-token" })).toMatchObject({ ok: true, tokenAge: "previous" });
    expect(process.stdout.write).toHaveBeenCalledWith(expect.stringContaining("webhook.previous_token"));
  });

  it("never lets an empty token verify anything", async () => {
    expect(await verify({ token: "" })).toEqual({ ok: false, why: "bad_signature" });
    vi.resetModules();
    stubEnvironment({ TWILIO_ACCOUNT_SID: "", TWILIO_AUTH_TOKEN: "" });
    expect(await verify({ token: "" })).toEqual({ ok: false, why: "no_account" });
  });

  it("refuses another account, and a body that names two", async () => {
    const other = BODY.replace(ACCOUNT, `AC${"b2".repeat(16)}`);
    expect(await verify({ body: other })).toEqual({ ok: false, why: "unknown_account" });
    expect(await verify({ body: `${BODY}&AccountSid=${ACCOUNT}` })).toEqual({ ok: false, why: "unknown_account" });
    expect(await verify({ body: `CallSid=${CALL}` })).toEqual({ ok: false, why: "unknown_account" });
  });

  it("refuses another token, another path, and bodies that are not forms", async () => {
    expect(await verify({ token: "guessed" })).toEqual({ ok: false, why: "bad_signature" });
    expect(await verify({ path: "/api/twilio/voice/status" })).toEqual({ ok: false, why: "bad_signature" });
    expect(await verify({ contentType: "application/json" })).toEqual({ ok: false, why: "not_a_form" });
    expect(await verify({ contentType: null })).toEqual({ ok: false, why: "not_a_form" });
  });

  it.for([
    {
      APP_URL: "https://ringback.test",
      believed: ["https://ringback.test", "https://ringback.test:443"],
      refused: [
        "https://ringback.test:80",
        "https://ringback.test:8443",
        "http://ringback.test",
        "https://ringback.test:",
      ],
    },
    {
      APP_URL: "https://ringback.test:8443",
      believed: ["https://ringback.test:8443", "https://ringback.test"],
      refused: ["https://ringback.test:443", "https://ringback.test:84", "https://ringback.test:84433"],
    },
    {
      APP_URL: "http://ringback.test",
      believed: ["http://ringback.test", "http://ringback.test:80"],
      refused: ["http://ringback.test:443", "https://ringback.test"],
    },
    {
      APP_URL: "https://ringback.test:8443/sub",
      believed: ["https://ringback.test:8443/sub", "https://ringback.test/sub"],
      refused: ["https://ringback.test", "https://ringback.test/sub:8443"],
    },
    {
      APP_URL: "https://ringback.test/sub",
      believed: ["https://ringback.test/sub", "https://ringback.test:443/sub"],
      refused: ["https://ringback.test/sub:443"],
    },
  ])(
    "believes a signature over $APP_URL with its port and without it, as Twilio's libraries do, and no other",
    async (row) => {
      stubEnvironment({ APP_URL: row.APP_URL });
      for (const signedBase of row.believed)
        expect(await verify({ signedBase }), signedBase).toMatchObject({ ok: true });
      for (const signedBase of row.refused) {
        expect(await verify({ signedBase }), signedBase).toEqual({ ok: false, why: "bad_signature" });
      }
    },
  );

  it("reads ten thousand different parameters in one pass", async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `k${index}=${index}`).join("&");
    expect(await verify({ body: `${BODY}&${many}` })).toMatchObject({ ok: true });
  });

  it("refuses a webhook cut anew, which has the very signature of the one it was cut from", async () => {
    const url = `https://ringback.test${PATH}`;
    const recut = BODY.replace("&From=%2B13105550100", "").replace(CALL, `${CALL}From%2B13105550100`);
    const [own, cut] = [BODY, recut].map((body) => signatureOf(TOKEN, url, new URLSearchParams(body)));
    expect(cut).toBe(own);
    expect(await verify({ body: recut })).toEqual({ ok: false, why: "malformed_id" });
    expect(await verify({ body: `${BODY}&DialCallSid=&ParentCallSid=` })).toMatchObject({ ok: true });
  });

  it("refuses a request without a signature, and a signature of another length", async () => {
    const { verifyWebhook } = await import("./verify-webhook");
    const request = { path: PATH, rawBody: BODY, contentType: FORM };
    expect(verifyWebhook({ ...request, signature: null })).toEqual({ ok: false, why: "no_signature" });
    expect(verifyWebhook({ ...request, signature: "" })).toEqual({ ok: false, why: "no_signature" });
    expect(verifyWebhook({ ...request, signature: "ü" })).toEqual({ ok: false, why: "bad_signature" });
  });
});

type Vector = {
  id: string;
  token: string;
  url: string;
  params: Record<string, string | string[]>;
  signature: string;
  verdict: string;
};

const vectors = reference("signature-vectors.json");

function paramsOf(params: Vector["params"]): URLSearchParams {
  return new URLSearchParams(
    Object.entries(params).flatMap(([key, value]) => [value].flat().map((one): [string, string] => [key, one])),
  );
}

describe("signatureOf", () => {
  it("agrees with Twilio's library on repeated keys, odd cases, empty values and other scripts", () => {
    const worlds: Vector["params"][] = [
      {},
      { callSid: "lower", CallSid: "mixed", CALLSID: "upper" },
      { Sid: "CA123", SidAccount: "AC123", Digits: ["5678", "1234", "1234"] },
      { Empty: "", Body: "Hello & goodbye! 😀 ñ", "Media[0]": "x=y&z" },
    ];
    for (const params of worlds) {
      const url = `https://ringback.test${PATH}`;
      expect(validateRequest(TOKEN, signatureOf(TOKEN, url, paramsOf(params)), url, params)).toBe(true);
    }
  });

  describe.skipIf(vectors.absent)(`the helper libraries' public vectors${vectors.note}`, () => {
    const { form }: { form: Vector[] } = vectors.absent ? { form: [] } : JSON.parse(vectors.read());
    it("were found", () => expect(form.length).toBeGreaterThan(0));
    it.for(form)("$id: $verdict", ({ token, url, params, signature, verdict }) => {
      const signed = signatureOf(token, url, paramsOf(params));
      // What the libraries accept through their fallbacks is not this signature; for ports see above.
      if (verdict.startsWith("must be accepted")) expect(signed).toBe(signature);
      else expect(signed).not.toBe(signature);
    });
  });
});
