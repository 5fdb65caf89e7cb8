import { createHmac, randomBytes } from "node:crypto";
import { freshNumber } from "./fixtures/carrier";
import { inWorkspaceOf } from "./fixtures/database";
import { getNumber } from "./fixtures/line";
import { newcomer } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

test.skip(({ isMobile }) => isMobile, "No screen is involved");

const url = `${process.env.APP_URL}/api/twilio/voice/incoming`;

/** As Twilio signs: the address, then every parameter by name. */
function signed(form: Record<string, string>, token: string, address = url): Record<string, string> {
  const words =
    address +
    Object.keys(form)
      .sort()
      .map((name) => name + form[name])
      .join("");
  return { "X-Twilio-Signature": createHmac("sha1", token).update(words).digest("base64") };
}

test("a forged webhook is refused and leaves nothing; a repeated one is answered the same and counted once", async ({
  page,
  request,
}) => {
  const { base, email } = await newcomer(page);
  const number = await getNumber(page, base);
  const caller = freshNumber();
  const form = {
    AccountSid: process.env.TWILIO_ACCOUNT_SID ?? "",
    ApiVersion: "2010-04-01",
    CallSid: `CA${randomBytes(16).toString("hex")}`,
    CallStatus: "ringing",
    Called: number,
    Caller: caller,
    Direction: "inbound",
    From: caller,
    To: number,
  };
  const rows = () =>
    inWorkspaceOf(email, async (sql) => {
      const [count] = await sql<{ calls: number; webhooks: number }[]>`
        select (select count(*)::int from calls) as calls, (select count(*)::int from webhooks) as webhooks`;
      return count;
    });
  const token = process.env.TWILIO_AUTH_TOKEN ?? "";
  const forgeries = [
    {},
    { "X-Twilio-Signature": "" },
    signed(form, ""),
    signed(form, `${token}x`),
    signed({ ...form, From: number }, token),
    signed(form, token, url.replace(/^http/, "https")),
    signed(form, token, url.replace("incoming", "status")),
    signed(form, token, url.replace(/\/\/[^/]+/, "//evil.test")),
  ];
  for (const headers of forgeries) {
    const answer = await request.post(url, { form, headers });
    expect(answer.status()).toBe(403);
    expect(await answer.text()).not.toContain("<Response");
  }
  const json = await request.post(url, { data: form, headers: signed({}, token) });
  expect(json.status()).toBe(403);
  for (const method of ["GET", "PUT", "DELETE", "PATCH"]) {
    const answer = await request.fetch(url, { method, headers: signed(form, token) });
    expect(answer.status(), method).toBe(405);
  }
  expect(await rows()).toEqual({ calls: 0, webhooks: 0 });

  const answers: string[] = [];
  for (const attempt of [1, 2, 3]) {
    const answer = await request.post(url, { form, headers: signed(form, token) });
    expect(answer.status(), `attempt ${attempt}`).toBe(200);
    answers.push(await answer.text());
  }
  expect(answers[0]).toContain("<Response>");
  expect(new Set(answers).size).toBe(1);
  expect(await rows()).toEqual({ calls: 1, webhooks: 1 });
});
