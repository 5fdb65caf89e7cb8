import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, lookUp, withWorkspace } from "@/db/tenant";
import { addMember, makeUser, makeWorkspace } from "@/db/testing/factories";
import { closeQueue } from "@/lib/jobs/queue";
import { changePassword } from "./change-password";
import { forgetExpired } from "./forget-expired";
import { passwordIsRecent } from "./require-operator";
import { seatFromRequest } from "./require-workspace";
import { hashToken } from "./secret-token";
import {
  endSession,
  findSession,
  findSessionUser,
  IDLE_DAYS,
  LONGEST_DAYS,
  openSession,
  revokeAllSessions,
  revokeSession,
} from "./session";
import { sessionCookie, sessionIdFromCookie } from "./session-cookie";
import { givePassword } from "./testing/give-password";
import { cookieOf, sessionOf } from "./testing/session-of";

afterAll(async () => {
  await closeQueue();
  await closeDatabase();
});

const withCookie = (value: string) =>
  new Request("https://ringback.test/w", { headers: { cookie: `theme=dark; ${sessionCookie().name}=${value}` } });

test("a revoked session is over at the next request", async () => {
  const { workspaceId, slug, ownerId } = await makeWorkspace();
  const request = withCookie(await cookieOf(ownerId));
  expect(await seatFromRequest(request, slug)).toMatchObject({ role: "owner", workspace: { id: workspaceId } });
  const [, value] = /session-token=([^;]+)/.exec(request.headers.get("cookie") ?? "") ?? [];
  await revokeSession((await sessionIdFromCookie(value)) ?? "");
  expect(await seatFromRequest(request, slug)).toBeNull();
});

test("browsers take the cookie from this very host alone, over https", () => {
  expect(sessionCookie()).toMatchObject({
    name: "__Host-next-auth.session-token",
    options: { path: "/", secure: true, httpOnly: true, sameSite: "lax" },
  });
});

test("a session ends by itself", async () => {
  const { userId } = await makeUser();
  const sessionId = await sessionOf(userId);
  expect(await findSessionUser(sessionId)).toMatchObject({ id: userId });
  await lookUp(sql`update sessions set expires_at = app_now() - interval '1 second' where user_id = ${userId}`);
  expect(await findSessionUser(sessionId)).toBeNull();
});

const daysLeft = async (sessionId: string) => {
  const [row] = await lookUp<{ days: string }>(sql`
    select (extract(epoch from expires_at - app_now()) / 86400)::numeric(6, 1) as days
    from sessions where id_hash = ${hashToken(sessionId)}`);
  return Number(row?.days);
};

test("use puts off the idle limit, and never beyond the longest life of a session", async () => {
  const { userId } = await makeUser();
  const sessionId = await sessionOf(userId);
  const passed = async (days: number) => {
    await lookUp(sql`update sessions set last_seen_at = last_seen_at - make_interval(days => ${days}),
      created_at = created_at - make_interval(days => ${days}), expires_at = expires_at - make_interval(days => ${days})
      where user_id = ${userId}`);
    return findSession(sessionId);
  };
  for (let days = 29; days < LONGEST_DAYS - IDLE_DAYS; days += 29) expect(await passed(29)).not.toBeNull();
  expect(await daysLeft(sessionId)).toBe(IDLE_DAYS);
  expect(await passed(29)).not.toBeNull();
  expect(await daysLeft(sessionId)).toBe(LONGEST_DAYS - 6 * 29);
  expect(await passed(LONGEST_DAYS - 6 * 29)).toBeNull();
});

test("a session nobody used for thirty days is over", async () => {
  const { userId } = await makeUser();
  const sessionId = await sessionOf(userId);
  await lookUp(
    sql`update sessions set expires_at = expires_at - make_interval(days => ${IDLE_DAYS}) where user_id = ${userId}`,
  );
  expect(await findSession(sessionId)).toBeNull();
});

test("tells what the operator's page must know: who runs the installation, and when the password was typed", async () => {
  const { userId } = await makeUser();
  const [typed, linked] = [await sessionOf(userId), await sessionOf(userId, { method: "email_link" })];
  expect(await findSession(typed)).toMatchObject({ user: { id: userId, isOperator: false } });
  await lookUp(sql`update users set operator_at = app_now() where id = ${userId}`);
  const session = await findSession(typed);
  expect(session).toMatchObject({ user: { isOperator: true }, facts: { secondFactorAt: null } });
  expect(session && passwordIsRecent(session.facts)).toBe(true);
  const other = await findSession(linked);
  expect(other && passwordIsRecent(other.facts)).toBe(false);
  await lookUp(sql`update sessions set password_at = password_at - interval '30 minutes' where user_id = ${userId}`);
  const later = await findSession(typed);
  expect(later && passwordIsRecent(later.facts)).toBe(false);
});

test("a session without the second factor its person has is nobody's", async () => {
  const { userId } = await makeUser();
  await lookUp(sql`insert into second_factors (user_id, secret) values (${userId}, 'sealed')`);
  expect(await findSessionUser(await sessionOf(userId))).not.toBeNull();
  await lookUp(sql`update second_factors set confirmed_at = app_now() where user_id = ${userId}`);
  const start = { userId, method: "google", network: "", userAgent: "" } as const;
  const { sessionId, owesCode } = await openSession(start);
  expect(owesCode).toBe(true);
  expect(await findSession(sessionId)).toBeNull();
  await lookUp(sql`update sessions set second_factor_at = app_now() where user_id = ${userId}`);
  expect(await findSessionUser(sessionId)).toMatchObject({ id: userId });
});

test("signing in again in the same browser ends the session it was in", async () => {
  const { userId } = await makeUser();
  const first = await sessionOf(userId);
  const second = await sessionOf(userId, { replaces: first });
  expect(await findSession(first)).toBeNull();
  expect(await findSession(second)).not.toBeNull();
});

test("a session is ended by its name in the list by its own person alone", async () => {
  const [one, other] = [await makeUser(), await makeUser()];
  const sessionId = await sessionOf(one.userId);
  const session = await findSession(sessionId);
  if (!session) throw new Error("No session");
  expect(await endSession(other.userId, session.id)).toBe(false);
  expect(await findSession(sessionId)).not.toBeNull();
  expect(await endSession(one.userId, session.id)).toBe(true);
  expect(await findSession(sessionId)).toBeNull();
  expect(await endSession(one.userId, session.id)).toBe(false);
});

test("sign-ins and sign-outs stand in the log, without addresses of people", async () => {
  const { userId, email } = await makeUser();
  await revokeSession(await sessionOf(userId));
  const rows = await lookUp<{ row: string; kind: string }>(
    sql`select e::text as row, kind from account_events e where user_id = ${userId} order by at, id`,
  );
  expect(rows.map(({ kind }) => kind).sort()).toEqual(["signed_in", "signed_out"]);
  expect(JSON.stringify(rows)).not.toContain(email);
});

test("signing out everywhere ends every session of that person and of nobody else", async () => {
  const [one, other] = [await makeUser(), await makeUser()];
  const mine = [await sessionOf(one.userId), await sessionOf(one.userId)];
  const theirs = await sessionOf(other.userId);
  await revokeAllSessions(one.userId);
  expect(await Promise.all(mine.map(findSessionUser))).toEqual([null, null]);
  expect(await findSessionUser(theirs)).toMatchObject({ id: other.userId });
});

test("the database holds no session id", async () => {
  const { userId } = await makeUser();
  const sessionId = await sessionOf(userId);
  const rows = await lookUp<{ row: string }>(sql`select s::text as row from sessions s where user_id = ${userId}`);
  expect(rows[0]?.row).not.toContain(sessionId);
});

test("a cookie somebody made up or kept from another secret is nobody", async () => {
  for (const value of ["", "x", "a.b.c.d.e", (await cookieOf((await makeUser()).userId)).slice(0, -4)]) {
    expect(await sessionIdFromCookie(value)).toBeNull();
  }
});

test("somebody else's workspace and no workspace are the same nothing", async () => {
  const [mine, theirs] = [await makeWorkspace(), await makeWorkspace()];
  const request = withCookie(await cookieOf(mine.ownerId));
  expect(await seatFromRequest(request, theirs.slug)).toBeNull();
  expect(await seatFromRequest(request, "nowhere")).toBeNull();
});

test("a member who is removed is out at the next request", async () => {
  const { workspaceId, slug } = await makeWorkspace();
  const request = withCookie(await cookieOf(await addMember(workspaceId)));
  expect(await seatFromRequest(request, slug)).toMatchObject({ role: "member" });
  await withWorkspace(workspaceId, (tx) =>
    tx.execute(sql`delete from memberships where workspace_id = ${workspaceId} and role = 'member'`),
  );
  expect(await seatFromRequest(request, slug)).toBeNull();
});

test("a new password ends the other sessions, keeps this one, and wants the old password", async () => {
  const { userId, email } = await makeUser();
  await givePassword(userId, "copper elbow tuesday");
  const [here, there] = [await sessionOf(userId), await sessionOf(userId)];
  const change = {
    user: { id: userId, email, name: "Dana" },
    password: "brass valve monday",
    network: "203.0.113.9",
    sessionId: here,
  };
  expect(await changePassword({ ...change, current: "a guess of mine" })).toMatchObject({ ok: false });
  expect(await findSessionUser(there)).not.toBeNull();
  expect(await changePassword({ ...change, current: "copper elbow tuesday" })).toEqual({ ok: true });
  expect(await findSessionUser(there)).toBeNull();
  expect(await findSessionUser(here)).not.toBeNull();
});

test("what is long over is forgotten, what is not stays", async () => {
  const { userId } = await makeUser();
  const [kept, gone] = [await sessionOf(userId), await sessionOf(userId)];
  await revokeSession(gone);
  await lookUp(
    sql`update sessions set revoked_at = app_now() - interval '31 days' where user_id = ${userId} and revoked_at is not null`,
  );
  await forgetExpired();
  expect(await lookUp(sql`select 1 from sessions where user_id = ${userId}`)).toHaveLength(1);
  expect(await findSessionUser(kept)).not.toBeNull();
});
