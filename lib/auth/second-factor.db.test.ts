import { sql } from "drizzle-orm";
import { generateSync } from "otplib";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, lookUp } from "@/db/tenant";
import { makeUser } from "@/db/testing/factories";
import {
  confirmSecondFactor,
  findSecondFactor,
  makeRecoveryCodes,
  removeSecondFactor,
  startSecondFactor,
  WRONG_CODE,
} from "./second-factor";
import { findSession, findSessionUser } from "./session";
import { findHalfSession, showCode } from "./show-code";
import { WRONG_PASSWORD } from "./sign-in";
import { givePassword } from "./testing/give-password";
import { sessionOf } from "./testing/session-of";

const password = "copper elbow tuesday";
const network = "203.0.113.9";

beforeEach(() => lookUp(sql`delete from rate_limits`));
afterAll(closeDatabase);

/** A code of a step that was not used yet: the app's now, or the one before or after it. */
const codeOf = (secret: string, offset = 0) =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + offset * 30 });

async function person() {
  const { userId, email } = await makeUser();
  await givePassword(userId, password);
  return { userId, email, network, sessionId: await sessionOf(userId) };
}

/** Somebody whose codes are on; the code of the step before this one is the last that was used. */
async function personWithCodes() {
  const one = await person();
  await startSecondFactor({ ...one, password });
  const started = await findSecondFactor({ id: one.userId, email: one.email });
  if (started.state !== "started") throw new Error("No secret was made");
  const made = await confirmSecondFactor({ ...one, code: codeOf(started.secret, -1) });
  if (!made.ok) throw new Error(made.words);
  return { ...one, secret: started.secret, codes: made.codes };
}

test("is on once a first code was right, shows its secret only until then, and ends other sessions", async () => {
  const one = await person();
  const elsewhere = await sessionOf(one.userId);
  expect(await startSecondFactor({ ...one, password: "a guess of mine" })).toEqual({
    ok: false,
    words: WRONG_PASSWORD,
  });
  expect(await findSecondFactor({ id: one.userId, email: one.email })).toEqual({ state: "off" });
  await startSecondFactor({ ...one, password });
  const started = await findSecondFactor({ id: one.userId, email: one.email });
  const secret = started.state === "started" ? started.secret : "";
  expect(await findSessionUser(elsewhere)).not.toBeNull();
  expect(await confirmSecondFactor({ ...one, code: "000000" })).toEqual({ ok: false, words: WRONG_CODE });
  const made = await confirmSecondFactor({ ...one, code: codeOf(secret) });
  expect(made).toMatchObject({ ok: true });
  expect(new Set(made.ok ? made.codes : []).size).toBe(10);
  expect(await findSecondFactor({ id: one.userId, email: one.email })).toEqual({ state: "on", codesLeft: 10 });
  expect((await findSession(one.sessionId))?.facts.secondFactorAt).not.toBeNull();
  expect(await findSessionUser(elsewhere)).toBeNull();
});

test.each(["password", "email_link", "google", "password_reset"] as const)(
  "a session begun by %s is nobody's until a code is shown, and then has another secret id",
  async (method) => {
    const { userId, secret } = await personWithCodes();
    const half = await sessionOf(userId, { method });
    expect([await findSessionUser(half), (await findHalfSession(half))?.userId]).toEqual([null, userId]);
    const shown = await showCode({ sessionId: half, network, code: codeOf(secret) });
    expect(shown).toMatchObject({ ok: true, userId });
    expect(await findSessionUser(shown.ok ? shown.sessionId : "")).toMatchObject({ id: userId });
    expect([await findSession(half), await findHalfSession(half)]).toEqual([null, null]);
  },
);

test("takes each code of the app once, even when it comes twice at the same moment", async () => {
  const { userId, secret } = await personWithCodes();
  const halves = await Promise.all([1, 2, 3].map(() => sessionOf(userId)));
  const code = codeOf(secret);
  const shown = await Promise.all(halves.map((sessionId) => showCode({ sessionId, network, code })));
  expect(shown.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await showCode({ sessionId: await sessionOf(userId), network, code: codeOf(secret, -1) })).toMatchObject({
    ok: false,
  });
});

test("takes each recovery code once, however it is typed, and keeps none in words", async () => {
  const { userId, codes } = await personWithCodes();
  const typed = ` ${codes[0]?.toUpperCase().replaceAll("-", " ")} `;
  const halves = await Promise.all([1, 2].map(() => sessionOf(userId)));
  const shown = await Promise.all(halves.map((sessionId) => showCode({ sessionId, network, code: typed })));
  expect(shown.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await findSecondFactor({ id: userId, email: "" })).toEqual({ state: "on", codesLeft: 9 });
  const rows = await lookUp<{ row: string }>(
    sql`select c::text as row from recovery_codes c where user_id = ${userId}`,
  );
  expect(rows.some(({ row }) => codes.some((code) => row.includes(code.replaceAll("-", ""))))).toBe(false);
});

test("has ten tries of a code, and then none for a while, whoever's session it is", async () => {
  const { userId, secret } = await personWithCodes();
  for (let n = 0; n < 10; n++)
    await showCode({ sessionId: await sessionOf(userId), network: `198.51.100.${n}`, code: "000000" });
  const refused = await showCode({ sessionId: await sessionOf(userId), network, code: codeOf(secret) });
  expect(refused).toEqual({ ok: false, words: expect.stringMatching(/^Too many tries/) });
});

test("keeps the secret sealed; with another NEXTAUTH_SECRET recovery codes still open the account", async () => {
  const { userId, secret, codes } = await personWithCodes();
  const [row] = await lookUp<{ secret: string }>(sql`select secret from second_factors where user_id = ${userId}`);
  expect(row?.secret).not.toContain(secret);
  const sealedByAnother = Buffer.from(row?.secret ?? "", "base64url");
  sealedByAnother.reverse();
  await lookUp(
    sql`update second_factors set secret = ${sealedByAnother.toString("base64url")} where user_id = ${userId}`,
  );
  const refused = await showCode({ sessionId: await sessionOf(userId), network, code: codeOf(secret) });
  expect(refused).toEqual({ ok: false, words: expect.stringContaining("Use a recovery code") });
  const shown = await showCode({ sessionId: await sessionOf(userId), network, code: codes[3] ?? "" });
  expect(shown).toMatchObject({ ok: true });
});

test("new recovery codes and turning codes off need the password and a code", async () => {
  const one = await personWithCodes();
  const [first = "", second = ""] = one.codes;
  expect(await makeRecoveryCodes({ ...one, password: "a guess", code: first })).toEqual({
    ok: false,
    words: WRONG_PASSWORD,
  });
  expect(await removeSecondFactor({ ...one, password, code: "000000" })).toEqual({ ok: false, words: WRONG_CODE });
  const made = await makeRecoveryCodes({ ...one, password, code: first });
  expect(made).toMatchObject({ ok: true });
  expect(await removeSecondFactor({ ...one, password, code: second })).toEqual({ ok: false, words: WRONG_CODE });
  const elsewhere = await sessionOf(one.userId);
  await showCode({ sessionId: elsewhere, network, code: made.ok ? (made.codes[0] ?? "") : "" });
  expect(await removeSecondFactor({ ...one, password, code: codeOf(one.secret) })).toMatchObject({ ok: true });
  expect(await findSecondFactor({ id: one.userId, email: one.email })).toEqual({ state: "off" });
  expect(await findSessionUser(one.sessionId)).toMatchObject({ id: one.userId });
  expect(await findSessionUser(await sessionOf(one.userId))).toMatchObject({ id: one.userId });
});

test("a secret that nobody confirmed asks nothing and is over after half an hour", async () => {
  const one = await person();
  await startSecondFactor({ ...one, password });
  expect(await findSessionUser(await sessionOf(one.userId))).not.toBeNull();
  await lookUp(
    sql`update second_factors set created_at = app_now() - interval '31 minutes' where user_id = ${one.userId}`,
  );
  expect(await findSecondFactor({ id: one.userId, email: one.email })).toEqual({ state: "off" });
  expect(await confirmSecondFactor({ ...one, code: "000000" })).toEqual({
    ok: false,
    words: "That took too long. Begin again.",
  });
});

test("a half session waits fifteen minutes for its code", async () => {
  const { userId, secret } = await personWithCodes();
  const half = await sessionOf(userId);
  await lookUp(sql`update sessions set expires_at = expires_at - interval '15 minutes' where user_id = ${userId}
    and second_factor_at is null`);
  expect(await showCode({ sessionId: half, network, code: codeOf(secret) })).toMatchObject({ ok: false });
});
