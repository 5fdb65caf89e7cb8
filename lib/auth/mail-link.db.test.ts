import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, lookUp } from "@/db/tenant";
import { makeUser } from "@/db/testing/factories";
import { mailHandlers } from "@/lib/jobs/mail";
import { closeQueue } from "@/lib/jobs/queue";
import { stubDemoEnvironment } from "@/lib/testing/demo-environment";
import { changePassword } from "./change-password";
import {
  findMailLink,
  makeProofLink,
  makeSignInLink,
  openProofLink,
  openSignInLink,
  requestSignInLink,
} from "./mail-link";
import { makePasswordReset, resetPassword } from "./reset-password";
import { givePassword } from "./testing/give-password";

stubDemoEnvironment();

afterAll(async () => {
  await closeQueue();
  await closeDatabase();
});

const network = "203.0.113.9";

async function person({ isProved = true } = {}) {
  const made = await makeUser();
  if (isProved) await lookUp(sql`update users set email_proved_at = app_now() where id = ${made.userId}`);
  return made;
}

async function linkFor(email: string): Promise<string> {
  const link = await makeSignInLink(email, randomUUID());
  if (!link) throw new Error("No link was made");
  return link.token;
}

test("opens the account once, and reading its page uses nothing up", async () => {
  const { userId, email } = await person();
  const token = await linkFor(email);
  for (let n = 0; n < 3; n++) expect(await findMailLink("sign_in", token)).toBe(email);
  const opened = await Promise.all([1, 2, 3].map(() => openSignInLink(token)));
  expect(opened.filter(Boolean)).toEqual([userId]);
  expect([await findMailLink("sign_in", token), await openSignInLink(token)]).toEqual([null, null]);
});

test("takes the person's other links with it, and is over after fifteen minutes and after a new password", async () => {
  const { userId, email } = await person();
  const [first, second] = [await linkFor(email), await linkFor(email)];
  expect(await openSignInLink(first)).toBe(userId);
  expect(await openSignInLink(second)).toBeNull();
  const late = await linkFor(email);
  await lookUp(sql`update mail_links set expires_at = expires_at - interval '15 minutes' where user_id = ${userId}`);
  expect(await openSignInLink(late)).toBeNull();
  await givePassword(userId, "copper elbow tuesday");
  const before = await linkFor(email);
  const change = { current: "copper elbow tuesday", password: "brass valve monday", network, sessionId: null };
  expect(await changePassword({ ...change, user: { id: userId, email, name: "Dana" } })).toEqual({ ok: true });
  expect(await openSignInLink(before)).toBeNull();
});

test("is made only for an address that somebody has and has proved, and makes no account", async () => {
  const { email } = await person({ isProved: false });
  const users = () => lookUp<{ count: number }>(sql`select count(*)::int as count from users`);
  const before = await users();
  expect(await makeSignInLink(email, randomUUID())).toBeNull();
  expect(await makeSignInLink("nobody@ringback.test", randomUUID())).toBeNull();
  expect(await users()).toEqual(before);
});

test("opens nothing once the account has another address", async () => {
  const { userId, email } = await person();
  const token = await linkFor(email);
  await lookUp(sql`update users set email = ${`${randomUUID()}@ringback.test`} where id = ${userId}`);
  expect([await findMailLink("sign_in", token), await openSignInLink(token)]).toEqual([null, null]);
});

test("a link of one purpose does nothing for another", async () => {
  const { userId, email } = await person({ isProved: false });
  const proof = await makeProofLink(userId, randomUUID());
  const reset = await makePasswordReset(email);
  for (const token of [proof?.token ?? "", reset?.token ?? "", "", "x".repeat(43), "not a link"]) {
    expect(await openSignInLink(token)).toBeNull();
  }
  expect(await openProofLink(reset?.token ?? "", network)).toBeNull();
});

test("a tapped link proves the address, which makes links to sign in possible; a reset by mail proves it too", async () => {
  const [dana, luis] = [await person({ isProved: false }), await person({ isProved: false })];
  const proof = await makeProofLink(dana.userId, randomUUID());
  expect(await openProofLink(proof?.token ?? "", network)).toBe(dana.userId);
  expect(await openProofLink(proof?.token ?? "", network)).toBeNull();
  const reset = await makePasswordReset(luis.email);
  await resetPassword({ token: reset?.token ?? "", password: "brass valve monday", network });
  for (const { userId, email } of [dana, luis]) {
    expect(await makeSignInLink(email, randomUUID())).toMatchObject({ to: email });
    expect(await makeProofLink(userId, randomUUID())).toBeNull();
  }
});

test("asking leaves the same behind for a known address and for one nobody has, and a stranger's waits for a real one", async () => {
  const { email } = await person();
  const left = (asked: string) =>
    lookUp<{ data: unknown; state: string; priority: number }>(
      sql`select data - 'email' as data, state, priority from pgboss.job where name = 'mail' and data->>'email' = ${asked}`,
    );
  await requestSignInLink(email);
  await requestSignInLink("nobody@ringback.test");
  const [known, unknown] = [await left(email), await left("nobody@ringback.test")];
  expect(known).toEqual([{ data: { kind: "sign_in_link" }, state: "created", priority: 10 }]);
  expect(unknown).toEqual([{ data: { kind: "sign_in_link" }, state: "created", priority: 0 }]);
});

test("mail goes to the address that is stored, once for a job, whatever spelling was asked for", async () => {
  const { userId } = await person();
  const stored = `Dana.${randomUUID()}@Ringback.test`;
  await lookUp(sql`update users set email = ${stored} where id = ${userId}`);
  const email = stored.toUpperCase();
  for (const kind of ["sign_in_link", "password_reset"] as const) {
    const job = { id: randomUUID(), data: { kind, email } };
    await mailHandlers.mail([job]);
    await mailHandlers.mail([job]);
  }
  const mail = await lookUp<{ to: string; text: string }>(
    sql`select "to", text from mailbox where lower("to") = ${stored.toLowerCase()} order by created_at`,
  );
  expect(mail.map(({ to }) => to)).toEqual([stored, stored]);
  const token = /sign-in\/link\/([\w-]{43})/.exec(mail[0]?.text ?? "")?.[1] ?? "";
  expect(await openSignInLink(token)).toBe(userId);
});
