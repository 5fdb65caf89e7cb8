import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, lookUp } from "@/db/tenant";
import { makeUser } from "@/db/testing/factories";
import { mailHandlers } from "@/lib/jobs/mail";
import { closeQueue } from "@/lib/jobs/queue";
import { stubDemoEnvironment } from "@/lib/testing/demo-environment";
import { findPasswordReset, makePasswordReset, requestPasswordReset, resetPassword } from "./reset-password";
import { findSessionUser } from "./session";
import { signIn } from "./sign-in";
import { sessionOf } from "./testing/session-of";

stubDemoEnvironment();

afterAll(async () => {
  await closeQueue();
  await closeDatabase();
});

const password = "brass valve monday";

async function linkFor(email: string): Promise<string> {
  const reset = await makePasswordReset(email);
  if (!reset) throw new Error("No link was made");
  return reset.token;
}

test("a link changes the password once, ends every session, and takes all other links with it", async () => {
  const { userId, email } = await makeUser();
  const sessionId = await sessionOf(userId);
  const [first, second] = [await linkFor(email), await linkFor(email.toUpperCase())];
  expect(await findPasswordReset(first)).toMatchObject({ id: userId });
  expect(await resetPassword({ token: first, password, network: "203.0.113.9" })).toMatchObject({ id: userId });
  expect(await findSessionUser(sessionId)).toBeNull();
  expect(await signIn({ email, password, network: "203.0.113.9" })).toMatchObject({ ok: true });
  expect(await resetPassword({ token: first, password: "another one of mine", network: "203.0.113.9" })).toBeNull();
  expect(await resetPassword({ token: second, password: "another one of mine", network: "203.0.113.9" })).toBeNull();
});

test("of two who use one link at the same moment, one comes through", async () => {
  const token = await linkFor((await makeUser()).email);
  const network = "203.0.113.9";
  const done = await Promise.all([1, 2, 3].map((n) => resetPassword({ token, password: `${password} ${n}`, network })));
  expect(done.filter(Boolean)).toHaveLength(1);
});

test("a link is over after an hour", async () => {
  const { userId, email } = await makeUser();
  const token = await linkFor(email);
  await lookUp(sql`update password_resets set expires_at = app_now() where user_id = ${userId}`);
  expect(await findPasswordReset(token)).toBeNull();
  expect(await resetPassword({ token, password, network: "203.0.113.9" })).toBeNull();
});

test("the request leaves the same behind for a known address and for one nobody has", async () => {
  const { email } = await makeUser();
  const left = [];
  for (const asked of [email, "nobody@ringback.test"]) {
    expect(await requestPasswordReset(asked)).toBe(undefined);
    left.push(
      await lookUp(
        sql`select data - 'email' as data, state from pgboss.job where name = 'mail' and data->>'email' = ${asked}`,
      ),
    );
  }
  expect(left[0]).toEqual([{ data: { kind: "password_reset" }, state: "created" }]);
  expect(left[1]).toEqual(left[0]);
});

test("the mail goes to the one who has the address, once for a job, and its link works", async () => {
  const { userId, email } = await makeUser();
  const id = "3f0e3a54-5a0f-4d4b-9b0a-0a3c1d7c5e11";
  const job = { id, data: { kind: "password_reset" as const, email } };
  await mailHandlers.mail([job]);
  await mailHandlers.mail([job]);
  await mailHandlers.mail([
    { id: "9d5b2c86-5b1a-4c57-8a43-2a2b7e4b9f22", data: { ...job.data, email: "nobody@ringback.test" } },
  ]);
  const mail = await lookUp<{ to: string; text: string }>(sql`select "to", text from mailbox`);
  expect(mail.map(({ to }) => to)).toEqual([email]);
  const token = /reset-password\/([\w-]{43})/.exec(mail[0]?.text ?? "")?.[1] ?? "";
  expect(await findPasswordReset(token)).toMatchObject({ id: userId });
  const rows = await lookUp<{ row: string }>(sql`select r::text as row from password_resets r`);
  expect(rows.some(({ row }) => row.includes(token))).toBe(false);
});
