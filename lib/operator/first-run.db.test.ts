import { sql } from "drizzle-orm";
import { afterAll, afterEach, expect, it } from "vitest";
import { closeDatabase, lookUp } from "@/db/tenant";
import { makeUser } from "@/db/testing/factories";
import { skipTime } from "@/db/testing/skip-time";
import { findSessionUser } from "@/lib/auth/session";
import { signIn } from "@/lib/auth/sign-in";
import { sessionOf } from "@/lib/auth/testing/session-of";
import { listWorkspaces } from "@/lib/workspaces/list-workspaces";
import { findSetup, makeFirstAccount, makeSetupLink } from "./first-run";
import { operatorNotice, runOperatorCommand } from "./make-operator";
import { newcomer, tokenIn } from "./testing/newcomer";

afterEach(() => lookUp(sql`delete from users`));
afterAll(closeDatabase);

const first = { ...newcomer, email: "dana@alder.test" };
const codeNow = async () => tokenIn(await makeSetupLink());

it("makes the first person operator and owner of the first workspace, whose address nobody has proved", async () => {
  const code = await codeNow();
  expect(await findSetup(code)).toEqual({ ok: true });
  const made = await makeFirstAccount({ code, ...first });
  if (!made.ok) throw new Error(made.trouble);
  const [person] = await lookUp(sql`
    select email, operator_at is not null as operator, email_proved_at as proved from users where id = ${made.userId}`);
  expect(person).toEqual({ email: first.email, operator: true, proved: null });
  expect(await listWorkspaces(made.userId)).toMatchObject([{ role: "owner", workspace: { name: "Fern & Finch" } }]);
  const events = await lookUp<{ kind: string }>(sql`select kind from account_events where user_id = ${made.userId}`);
  expect(events.map(({ kind }) => kind).toSorted()).toEqual(["account_created", "operator_made", "workspace_opened"]);
});

it("makes one first account when three open the link at the same moment, and none afterwards", async () => {
  const code = await codeNow();
  const tried = await Promise.all(
    ["dana", "luis", "priya"].map((who) => makeFirstAccount({ ...first, code, email: `${who}@alder.test` })),
  );
  expect(tried.filter(({ ok }) => ok)).toHaveLength(1);
  expect(tried.filter(({ ok }) => !ok)).toEqual(Array(2).fill({ ok: false, trouble: "done" }));
  expect(await lookUp(sql`select 1 from users`)).toHaveLength(1);
  expect(await makeSetupLink()).toBeNull();
  expect(await makeFirstAccount({ code, ...first })).toEqual({ ok: false, trouble: "done" });
});

it("takes the newest code for a day, and no other", async () => {
  const [earlier, newest] = [await codeNow(), await codeNow()];
  expect(await makeFirstAccount({ code: earlier, ...first })).toEqual({ ok: false, trouble: "unknown" });
  expect(await makeFirstAccount({ code: "", ...first })).toEqual({ ok: false, trouble: "unknown" });
  await skipTime(24 * 3600 + 1);
  expect(await makeFirstAccount({ code: newest, ...first })).toEqual({ ok: false, trouble: "over" });
  await skipTime(-24 * 3600 - 1);
  expect(await findSetup(newest)).toEqual({ ok: true });
  const rows = await lookUp<{ row: string }>(sql`select i::text as row from installation i`);
  expect(rows[0]?.row).not.toContain(newest);
});

it("takes nobody while no code was ever made, nor somebody's first account for the last one's", async () => {
  await lookUp(sql`update installation set setup_code_hash = null, setup_code_expires_at = null`);
  expect(await findSetup("x".repeat(43))).toEqual({ ok: false, trouble: "unknown" });
  const code = await codeNow();
  await makeUser();
  expect(await findSetup(code)).toEqual({ ok: false, trouble: "done" });
});

it("tells who starts it how to make the first account, then how to make an operator, then nothing", async () => {
  expect(await operatorNotice()).toMatch(/\nhttps:\/\/ringback\.test\/setup\/[\w-]{43}$/);
  const { email } = await makeUser();
  expect(await operatorNotice()).toMatch(/npm run operator -- mail@example.com/);
  await runOperatorCommand(email);
  expect(await operatorNotice()).toBeNull();
});

it("makes a set-up link from the shell while there is nobody, and operators afterwards", async () => {
  for (const email of [undefined, "dana@alder.test"]) {
    const { ok, words } = await runOperatorCommand(email);
    expect(ok).toBe(true);
    expect(await findSetup(tokenIn(words))).toEqual({ ok: true });
  }
  const { userId, email } = await makeUser();
  expect(await runOperatorCommand(undefined)).toMatchObject({ ok: false, words: expect.stringContaining("npm run") });
  expect(await runOperatorCommand("luis@alder.test")).toMatchObject({ ok: false });
  expect(await runOperatorCommand(email.toUpperCase())).toEqual({ ok: true, words: `${email} is an operator now.` });
  expect(await runOperatorCommand(email)).toMatchObject({ ok: true, words: expect.stringContaining("already") });
  const events = await lookUp(sql`select kind, actor_user_id as actor from account_events where user_id = ${userId}`);
  expect(events).toEqual([{ kind: "operator_made", actor: null }]);
});

it("gives somebody a new password from the shell, which proves no address and ends what the old one opened", async () => {
  const { userId, email } = await makeUser();
  const sessionId = await sessionOf(userId);
  const { ok, words } = await runOperatorCommand("--new-password", email.toUpperCase());
  const [, password = ""] = words.split("\n");
  expect(ok).toBe(true);
  expect(await findSessionUser(sessionId)).toBeNull();
  expect(await signIn({ email, password, network: newcomer.network })).toMatchObject({ ok: true });
  const [person] = await lookUp(
    sql`select email_proved_at as proved, operator_at as operator from users where id = ${userId}`,
  );
  expect(person).toEqual({ proved: null, operator: null });
});

it("signs somebody out everywhere and takes their second factor away from the shell, and nobody else's", async () => {
  const [dana, luis] = [await makeUser(), await makeUser()];
  const sessions = [await sessionOf(dana.userId), await sessionOf(luis.userId)];
  for (const { userId } of [dana, luis])
    await lookUp(sql`insert into second_factors (user_id, secret) values (${userId}, 'sealed')`);
  expect(await runOperatorCommand("--sign-out", dana.email)).toMatchObject({ ok: true });
  const open = await Promise.all(sessions.map(async (id) => (await findSessionUser(id)) !== null));
  expect(open).toEqual([false, true]);
  expect(await runOperatorCommand("--no-codes", dana.email)).toMatchObject({ ok: true });
  expect(await lookUp(sql`select user_id as id from second_factors`)).toEqual([{ id: luis.userId }]);
  const events = await lookUp<{ kind: string }>(
    sql`select kind from account_events where user_id = ${dana.userId} and actor_user_id is null order by at, id`,
  );
  expect(events.map(({ kind }) => kind)).toEqual(["sessions_ended", "second_factor_removed"]);
  expect(await runOperatorCommand("--sign-out", "nobody@alder.test")).toMatchObject({ ok: false });
  expect(await runOperatorCommand("--no-codes")).toMatchObject({ ok: false });
});
