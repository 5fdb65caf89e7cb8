import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, lookUp, withWorkspace } from "@/db/tenant";
import { addMember, makeUser, makeWorkspace } from "@/db/testing/factories";
import { closeQueue } from "@/lib/jobs/queue";
import { changePassword } from "./change-password";
import { forgetExpired } from "./forget-expired";
import { hashPassword } from "./password-hash";
import { seatFromRequest } from "./require-workspace";
import { findSessionUser, openSession, revokeAllSessions, revokeSession } from "./session";
import { newSessionCookieValue, sessionCookie, sessionIdFromCookie } from "./session-cookie";

afterAll(async () => {
  await closeQueue();
  await closeDatabase();
});

const withCookie = (value: string) =>
  new Request("https://ringback.test/w", { headers: { cookie: `theme=dark; ${sessionCookie().name}=${value}` } });

test("a revoked session is over at the next request", async () => {
  const { workspaceId, slug, ownerId } = await makeWorkspace();
  const request = withCookie(await newSessionCookieValue(ownerId));
  expect(await seatFromRequest(request, slug)).toMatchObject({ role: "owner", workspace: { id: workspaceId } });
  const [, value] = /session-token=([^;]+)/.exec(request.headers.get("cookie") ?? "") ?? [];
  await revokeSession((await sessionIdFromCookie(value)) ?? "");
  expect(await seatFromRequest(request, slug)).toBeNull();
});

test("a session ends by itself", async () => {
  const { userId } = await makeUser();
  const sessionId = await openSession(userId);
  expect(await findSessionUser(sessionId)).toMatchObject({ id: userId });
  await lookUp(sql`update sessions set expires_at = app_now() - interval '1 second' where user_id = ${userId}`);
  expect(await findSessionUser(sessionId)).toBeNull();
});

test("signing out everywhere ends every session of that person and of nobody else", async () => {
  const [one, other] = [await makeUser(), await makeUser()];
  const mine = [await openSession(one.userId), await openSession(one.userId)];
  const theirs = await openSession(other.userId);
  await revokeAllSessions(one.userId);
  expect(await Promise.all(mine.map(findSessionUser))).toEqual([null, null]);
  expect(await findSessionUser(theirs)).toMatchObject({ id: other.userId });
});

test("the database holds no session id", async () => {
  const { userId } = await makeUser();
  const sessionId = await openSession(userId);
  const rows = await lookUp<{ row: string }>(sql`select s::text as row from sessions s where user_id = ${userId}`);
  expect(rows[0]?.row).not.toContain(sessionId);
});

test("a cookie somebody made up or kept from another secret is nobody", async () => {
  for (const value of ["", "x", "a.b.c.d.e", (await newSessionCookieValue((await makeUser()).userId)).slice(0, -4)]) {
    expect(await sessionIdFromCookie(value)).toBeNull();
  }
});

test("somebody else's workspace and no workspace are the same nothing", async () => {
  const [mine, theirs] = [await makeWorkspace(), await makeWorkspace()];
  const request = withCookie(await newSessionCookieValue(mine.ownerId));
  expect(await seatFromRequest(request, theirs.slug)).toBeNull();
  expect(await seatFromRequest(request, "nowhere")).toBeNull();
});

test("a member who is removed is out at the next request", async () => {
  const { workspaceId, slug } = await makeWorkspace();
  const request = withCookie(await newSessionCookieValue(await addMember(workspaceId)));
  expect(await seatFromRequest(request, slug)).toMatchObject({ role: "member" });
  await withWorkspace(workspaceId, (tx) =>
    tx.execute(sql`delete from memberships where workspace_id = ${workspaceId} and role = 'member'`),
  );
  expect(await seatFromRequest(request, slug)).toBeNull();
});

test("a new password ends the other sessions, keeps this one, and wants the old password", async () => {
  const { userId, email } = await makeUser();
  await lookUp(
    sql`update users set password_hash = ${await hashPassword("copper elbow tuesday")} where id = ${userId}`,
  );
  const [here, there] = [await openSession(userId), await openSession(userId)];
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
  const [kept, gone] = [await openSession(userId), await openSession(userId)];
  await revokeSession(gone);
  await lookUp(
    sql`update sessions set revoked_at = app_now() - interval '31 days' where user_id = ${userId} and revoked_at is not null`,
  );
  await forgetExpired();
  expect(await lookUp(sql`select 1 from sessions where user_id = ${userId}`)).toHaveLength(1);
  expect(await findSessionUser(kept)).not.toBeNull();
});
