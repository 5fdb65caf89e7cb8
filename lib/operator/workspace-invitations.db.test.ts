import { sql } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { closeDatabase, lookUp } from "@/db/tenant";
import { makeUser, makeWorkspace } from "@/db/testing/factories";
import { skipTime } from "@/db/testing/skip-time";
import { Forbidden, NotFound } from "@/lib/errors";
import { listWorkspaces } from "@/lib/workspaces/list-workspaces";
import { acceptInvitation, acceptInvitationAs, findInvitation } from "./accept-invitation";
import { newcomer, tokenIn } from "./testing/newcomer";
import { someOperator } from "./testing/some-operator";
import {
  cancelInvitation,
  copyInvitationLink,
  inviteToOpenWorkspace,
  listInvitations,
  resendInvitation,
} from "./workspace-invitations";

afterAll(closeDatabase);

const events = (userId: string) =>
  lookUp<{ kind: string }>(sql`select kind from account_events where actor_user_id = ${userId} order by at, kind`);

async function invited(email = `${crypto.randomUUID()}@people.test`) {
  const userId = await someOperator();
  const { invitationId, link } = await inviteToOpenWorkspace({ userId, email });
  return { userId, email, invitationId, token: tokenIn(link) };
}

it("is an operator's alone, all of it", async () => {
  const { invitationId } = await invited();
  const { ownerId: userId } = await makeWorkspace();
  for (const attempt of [
    () => inviteToOpenWorkspace({ userId, email: "friend@people.test" }),
    () => resendInvitation({ userId, invitationId }),
    () => copyInvitationLink({ userId, invitationId }),
    () => cancelInvitation({ userId, invitationId }),
    () => listInvitations({ userId }),
  ])
    await expect(attempt()).rejects.toThrow(Forbidden);
});

it("hands the link back where no mail leaves, makes the account by it, and proves no address", async () => {
  const { userId, email, invitationId, token } = await invited();
  expect(await findInvitation(token)).toMatchObject({ ok: true, email, hasAccount: false, wasMailed: false });
  const [listed] = await listInvitations({ userId });
  expect(listed).toMatchObject({ id: invitationId, mail: "not_configured", state: "open" });
  const accepted = await acceptInvitation({ token, ...newcomer });
  if (!accepted.ok) throw new Error(accepted.trouble);
  expect(await listWorkspaces(accepted.userId)).toMatchObject([
    { role: "owner", workspace: { slug: accepted.slug, name: "Fern & Finch", timeZone: "America/Denver" } },
  ]);
  const [person] = await lookUp(sql`
    select email, email_proved_at as proved, operator_at as operator from users where id = ${accepted.userId}`);
  expect(person).toEqual({ email, proved: null, operator: null });
  expect((await events(accepted.userId)).map(({ kind }) => kind)).toEqual(["account_created", "workspace_opened"]);
  expect((await events(userId)).map(({ kind }) => kind)).toEqual(["workspace_invitation_made"]);
  const rows = await lookUp<{ row: string }>(sql`select i::text as row from workspace_invitations i`);
  expect(rows.some(({ row }) => row.includes(token))).toBe(false);
});

it("works once, also for three at the same moment", async () => {
  const { token } = await invited();
  const tried = await Promise.all([1, 2, 3].map(() => acceptInvitation({ token, ...newcomer })));
  expect(tried.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await findInvitation(token)).toEqual({ ok: false, trouble: "accepted" });
});

it("says why it opens nothing: cancelled, over, renewed, or never made", async () => {
  const cancelled = await invited();
  await cancelInvitation(cancelled);
  expect(await acceptInvitation({ ...cancelled, ...newcomer })).toEqual({ ok: false, trouble: "cancelled" });
  await expect(cancelInvitation(cancelled)).rejects.toThrow(NotFound);
  await expect(resendInvitation(cancelled)).rejects.toThrow(NotFound);

  const renewed = await invited();
  const { link } = await copyInvitationLink(renewed);
  expect(await findInvitation(renewed.token)).toEqual({ ok: false, trouble: "unknown" });
  expect(await findInvitation(tokenIn(link))).toMatchObject({ ok: true, wasMailed: false });

  const over = await invited();
  await skipTime(72 * 3600 + 1);
  expect(await acceptInvitation({ ...over, ...newcomer })).toEqual({ ok: false, trouble: "over" });
  const again = await inviteToOpenWorkspace({ userId: over.userId, email: over.email.toUpperCase() });
  expect(again.invitationId).toBe(over.invitationId);
  expect(await findInvitation(tokenIn(again.link))).toMatchObject({ ok: true });
  await skipTime(-72 * 3600 - 1);
  expect(await findInvitation("x".repeat(43))).toEqual({ ok: false, trouble: "unknown" });
});

it("opens another workspace for a person with that address, and for nobody else", async () => {
  const { userId, email } = await makeUser("Dana Whitfield");
  const other = await makeUser("Luis Ortega");
  const { token } = await invited(email.toUpperCase());
  expect(await findInvitation(token)).toMatchObject({ hasAccount: true });
  expect(await acceptInvitation({ token, ...newcomer })).toEqual({ ok: false, trouble: "has_account" });
  const as = ({ userId: id, email: address }: typeof other) => ({ id, email: address, name: "Dana" });
  const wanted = { ...newcomer, token, businessName: "Second Shop" };
  expect(await acceptInvitationAs(as(other), wanted)).toEqual({ ok: false, trouble: "other_person" });
  expect(await acceptInvitationAs(as({ userId, email }), wanted)).toEqual({ ok: true, userId, slug: "second-shop" });
  expect((await listWorkspaces(userId)).map(({ role, workspace }) => [role, workspace.slug])).toEqual([
    ["owner", "second-shop"],
  ]);
  expect(await acceptInvitationAs(as({ userId, email }), wanted)).toEqual({ ok: false, trouble: "accepted" });
});
