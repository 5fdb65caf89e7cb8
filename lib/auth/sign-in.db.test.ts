import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, lookUp } from "@/db/tenant";
import { makeUser } from "@/db/testing/factories";
import { closeQueue } from "@/lib/jobs/queue";
import { changePassword } from "./change-password";
import { deviceHash, isKnownDevice, rememberDevice } from "./known-device";
import { passwordMatches } from "./password-hash";
import { makePasswordReset, resetPassword } from "./reset-password";
import { checkOwnPassword, signIn, WRONG_PASSWORD, WRONG_SIGN_IN } from "./sign-in";
import { givePassword } from "./testing/give-password";
import { sessionOf } from "./testing/session-of";

const password = "copper elbow tuesday";
const home = "203.0.113.9";
let networks = 0;
function anotherNetwork(): string {
  networks += 1;
  return `198.51.100.${networks}`;
}

beforeEach(() => lookUp(sql`delete from rate_limits`));
afterAll(async () => {
  await closeQueue();
  await closeDatabase();
});

async function person() {
  const { userId, email } = await makeUser();
  await givePassword(userId, password);
  return { userId, email };
}

async function tries(count: number, attempt: { email: string; password?: string; device?: string }) {
  const words: string[] = [];
  for (let n = 0; n < count; n++) {
    const result = await signIn({ password: "a guess of mine", network: anotherNetwork(), ...attempt });
    words.push(result.ok ? "signed in" : result.words.replace(/\d+ minutes?/, "a while"));
  }
  return words;
}

const LOCKED = "Too many tries for now. Try again in a while. Or let us mail you a link to sign in.";

test("takes ten wrong passwords for an account, whatever network and spelling they come from, and then none", async () => {
  const { email } = await person();
  expect(await tries(9, { email })).toEqual(Array(9).fill(WRONG_SIGN_IN));
  expect(await tries(3, { email: ` ${email.toUpperCase()} ` })).toEqual([WRONG_SIGN_IN, LOCKED, LOCKED]);
  expect(await tries(1, { email, password })).toEqual([LOCKED]);
});

test("holds when many come at once", async () => {
  const { email } = await person();
  const results = await Promise.all(
    Array.from({ length: 30 }, () =>
      signIn({ email, password: "a guess", network: anotherNetwork() }).catch(() => null),
    ),
  );
  const compared = results.filter((result) => result && !result.ok && result.words === WRONG_SIGN_IN);
  expect(compared).toHaveLength(10);
});

test("refuses a spelling that Postgres would lower to an address somebody has", async () => {
  const result = await signIn({ email: "d\u0130ana@ringback.test", password, network: home });
  expect(result).toEqual({ ok: false, words: expect.stringMatching(/^Use the letters a to z/) });
});

test("counts an address nobody has as it counts an account", async () => {
  const email = "nobody@ringback.test";
  await tries(1, { email });
  await lookUp(sql`update rate_limits set count = 10 where key like 'sign_in_account_failures:%'`);
  expect(await tries(1, { email })).toEqual([LOCKED]);
});

test("a browser the person has used is never locked out by strangers, and the strangers stay locked out", async () => {
  const { userId, email } = await person();
  const device = await rememberDevice(null, userId);
  await tries(10, { email });
  expect(await tries(2, { email, password, device })).toEqual(["signed in", "signed in"]);
  expect(await tries(2, { email, device })).toEqual([WRONG_SIGN_IN, WRONG_SIGN_IN]);
  expect(await tries(1, { email, password, device })).toEqual(["signed in"]);
  expect(await tries(1, { email, password })).toEqual([LOCKED]);
});

test("a known browser has ten tries of its own, and then those that everybody has", async () => {
  const { userId, email } = await person();
  const device = await rememberDevice(null, userId);
  expect(await tries(21, { email, device })).toEqual([...Array(20).fill(WRONG_SIGN_IN), LOCKED]);
});

test("a device known for one person opens nothing of another's", async () => {
  const [dana, luis] = [await person(), await person()];
  const device = await rememberDevice(null, dana.userId);
  expect(await isKnownDevice(device, luis.userId)).toBe(false);
  await tries(10, { email: luis.email });
  expect(await tries(1, { email: luis.email, password, device })).toEqual([LOCKED]);
  expect(await rememberDevice(device, luis.userId)).toBe(device);
  expect([await isKnownDevice(device, dana.userId), await isKnownDevice(device, luis.userId)]).toEqual([true, true]);
});

test("keeps the twenty browsers used last, by a hash alone", async () => {
  const { userId } = await person();
  const devices: string[] = [];
  for (let n = 0; n < 21; n++) devices.push(await rememberDevice(null, userId));
  await lookUp(sql`update known_devices set last_used_at = app_now() - interval '1 day'
    where device_hash = ${deviceHash(devices[5] ?? "", userId)}`);
  devices.push(await rememberDevice(null, userId));
  const rows = await lookUp<{ row: string }>(sql`select d::text as row from known_devices d where user_id = ${userId}`);
  expect(rows).toHaveLength(20);
  expect(await isKnownDevice(devices[5] ?? "", userId)).toBe(false);
  expect(rows.some(({ row }) => devices.some((device) => row.includes(device)))).toBe(false);
});

test("right passwords are counted too, apart from wrong ones", async () => {
  const { email } = await person();
  expect(await tries(41, { email, password })).toEqual([...Array(40).fill("signed in"), LOCKED]);
  const counts = await lookUp<{ count: number }>(
    sql`select count from rate_limits where key like 'sign_in_account_failures:%'`,
  );
  expect(counts).toEqual([{ count: 0 }]);
});

test("a network has sixty wrong tries in five minutes, over all addresses", async () => {
  const { email } = await person();
  for (let n = 0; n < 6; n++) {
    const { email: another } = await person();
    for (let m = 0; m < 10; m++) await signIn({ email: another, password: "a guess", network: home });
  }
  const refused = await signIn({ email, password, network: home });
  expect(refused).toEqual({ ok: false, words: expect.stringMatching(/^Too many tries for now/) });
  expect(await signIn({ email, password, network: anotherNetwork() })).toMatchObject({ ok: true });
});

test("failures stand in the log with the person, and without the address that was typed", async () => {
  const { userId, email } = await person();
  await tries(2, { email });
  const rows = await lookUp<{ row: string }>(
    sql`select e::text as row from account_events e where user_id = ${userId} and kind = 'sign_in_failed'`,
  );
  expect(rows).toHaveLength(2);
  expect(JSON.stringify(rows)).not.toContain(email);
});

test("somebody who is signed in is asked for the password apart from those who try from outside", async () => {
  const { userId, email } = await person();
  await tries(11, { email });
  expect(await checkOwnPassword({ userId, password, network: home })).toMatchObject({ ok: true });
  for (let n = 0; n < 10; n++) await checkOwnPassword({ userId, password: "a guess of mine", network: home });
  expect(await checkOwnPassword({ userId, password, network: home })).toMatchObject({ ok: false });
});

test("of a change and two resets at the same moment one wins, and no link is left", async () => {
  const { userId, email } = await person();
  const [one, two, spare] = await Promise.all([1, 2, 3].map(() => makePasswordReset(email)));
  if (!one || !two || !spare) throw new Error("No link was made");
  const wanted = ["river stone walk", "green kettle nine", "paper lamp forest"];
  const sessionId = await sessionOf(userId);
  const done = await Promise.all([
    resetPassword({ token: one.token, password: wanted[0] ?? "", network: home }),
    resetPassword({ token: two.token, password: wanted[1] ?? "", network: home }),
    changePassword({
      user: { id: userId, email, name: "Dana" },
      current: password,
      password: wanted[2] ?? "",
      network: home,
      sessionId,
    }).then((changed) => (changed.ok ? changed : null)),
  ]);
  const winners = wanted.filter((_, n) => done[n]);
  expect(winners).toHaveLength(1);
  const [row] = await lookUp<{ hash: string }>(sql`select password_hash as hash from users where id = ${userId}`);
  expect(await passwordMatches(winners[0] ?? "", row?.hash ?? null, { network: home, isKnown: true })).toBe(true);
  expect(await resetPassword({ token: spare.token, password: "yet another walk", network: home })).toBeNull();
});

test("who changes the password stays known in that browser and in no other", async () => {
  const { userId, email } = await person();
  const [here, elsewhere] = [await rememberDevice(null, userId), await rememberDevice(null, userId)];
  const user = { id: userId, email, name: "Dana" };
  const change = { user, current: password, password: "green kettle nine", network: home, sessionId: null };
  expect(await changePassword({ ...change, device: here })).toEqual({ ok: true });
  expect([await isKnownDevice(here, userId), await isKnownDevice(elsewhere, userId)]).toEqual([true, false]);
});

test("a change with a password that a reset has replaced in the meantime is refused", async () => {
  const { userId, email } = await person();
  const reset = await makePasswordReset(email);
  await resetPassword({ token: reset?.token ?? "", password: "river stone walk", network: home });
  const user = { id: userId, email, name: "Dana" };
  const change = { user, current: password, password: "green kettle nine", network: home, sessionId: null };
  expect(await changePassword(change)).toEqual({ ok: false, words: WRONG_PASSWORD });
});
