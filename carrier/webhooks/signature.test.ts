import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { validateRequest } from "twilio/lib/webhooks/webhooks";
import { describe, expect, it } from "vitest";
import { sign } from "./signature";

interface Vector {
  id: string;
  token: string;
  url: string;
  params: Record<string, string | string[]>;
  signature: string;
  verdict: string;
}

const file = resolve(process.cwd(), "../shared/twilio/signature-vectors.json");
const vectors: Vector[] = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).form : [];
const exact = vectors.filter(({ verdict }) => verdict.startsWith("must be accepted"));
const name = vectors.length > 0 ? "public vectors" : "public vectors (skipped: reference data is not on this machine)";

describe.skipIf(vectors.length === 0)(name, () => {
  it.each(exact)("$id", ({ token, url, params, signature }) => {
    expect(sign(token, url, params)).toBe(signature);
  });
});

describe("signature", () => {
  it("is the one Twilio documents", () => {
    const parameters = {
      CallSid: "CA1234567890ABCDE",
      Caller: "+14158675309",
      Digits: "1234",
      From: "+14158675309",
      To: "+18005551212",
    };
    expect(sign("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", parameters)).toBe(
      "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
    );
  });

  it("passes Twilio's own library", () => {
    const url = "https://example.test/api/twilio/voice/incoming";
    const parameters = { From: "+15035550111", Body: "ñ é 🔧 +&=", Empty: "", callSid: "a", CALLSID: "b" };
    expect(validateRequest("secret", sign("secret", url, parameters), url, parameters)).toBe(true);
    expect(validateRequest("other", sign("secret", url, parameters), url, parameters)).toBe(false);
  });
});
