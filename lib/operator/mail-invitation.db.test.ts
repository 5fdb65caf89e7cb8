import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { closeDatabase, lookUp } from "@/db/tenant";
import { mailHandlers } from "@/lib/jobs/mail";
import { closeQueue } from "@/lib/jobs/queue";
import { acceptInvitation, findInvitation } from "./accept-invitation";
import { newcomer, tokenIn } from "./testing/newcomer";
import { someOperator } from "./testing/some-operator";
import {
  cancelInvitation,
  copyInvitationLink,
  inviteToOpenWorkspace,
  listInvitations,
  resendInvitation,
} from "./workspace-invitations";

// As the demo has it: mail lies in the mailbox that the simulator shows.
beforeAll(() => {
  vi.stubEnv("APP_URL", "http://localhost:3000");
  vi.stubEnv("TWILIO_API_URL", "http://localhost:4000");
  vi.stubEnv("SIMULATOR_URL", "http://localhost:4000");
});
afterAll(async () => {
  await closeQueue();
  await closeDatabase();
});

type Job = { id: string; data: { kind: "workspace_invitation"; invitationId: string } };

const jobsOf = (invitationId: string) =>
  lookUp<Job>(sql`
    select id, data from pgboss.job where name = 'mail' and data->>'invitationId' = ${invitationId} order by created_on`);
const mailTo = (email: string) =>
  lookUp<{ text: string }>(sql`select text from mailbox where "to" = ${email} order by created_at`);

async function invited() {
  const userId = await someOperator();
  const email = `${randomUUID()}@people.test`;
  const { invitationId, link } = await inviteToOpenWorkspace({ userId, email });
  expect(link).toBeNull();
  return { userId, email, invitationId };
}

it("mails the link, which proves the address of whoever opens it", async () => {
  const { userId, email, invitationId } = await invited();
  const jobs = await jobsOf(invitationId);
  await mailHandlers.mail(jobs);
  expect((await listInvitations({ userId }))[0]).toMatchObject({ email, mail: "sent", state: "open" });
  const [mail, ...others] = await mailTo(email);
  expect(others).toEqual([]);
  const accepted = await acceptInvitation({ token: tokenIn(mail?.text), ...newcomer });
  if (!accepted.ok) throw new Error(accepted.trouble);
  const [person] = await lookUp(sql`
    select email, email_proved_at is not null as proved from users where id = ${accepted.userId}`);
  expect(person).toEqual({ email, proved: true });
});

it("sends the same link when the same job runs again, and another when the operator sends it again", async () => {
  const { userId, email, invitationId } = await invited();
  const [job] = await jobsOf(invitationId);
  if (!job) throw new Error("No mail was queued");
  await mailHandlers.mail([job]);
  const token = tokenIn((await mailTo(email))[0]?.text);
  await lookUp(sql`update workspace_invitations set mail = 'waiting' where id = ${invitationId}`);
  await mailHandlers.mail([job]);
  expect(await findInvitation(token)).toMatchObject({ ok: true, wasMailed: true });

  await resendInvitation({ userId, invitationId });
  expect(await findInvitation(token)).toMatchObject({ ok: false });
  const later = (await jobsOf(invitationId)).filter(({ id }) => id !== job.id);
  await mailHandlers.mail(later);
  const links = (await mailTo(email)).map(({ text }) => tokenIn(text));
  expect(links).toHaveLength(2);
  expect(await findInvitation(links[1] ?? "")).toMatchObject({ ok: true });
});

it("mails nothing once the link was copied or the invitation cancelled, and keeps the copied link good", async () => {
  const [copied, cancelled] = [await invited(), await invited()];
  const { link } = await copyInvitationLink(copied);
  await cancelInvitation(cancelled);
  for (const { invitationId } of [copied, cancelled]) await mailHandlers.mail(await jobsOf(invitationId));
  expect(await mailTo(copied.email)).toEqual([]);
  expect(await mailTo(cancelled.email)).toEqual([]);
  expect(await findInvitation(tokenIn(link))).toMatchObject({ ok: true, wasMailed: false });
  const listed = (await listInvitations({ userId: copied.userId })).slice(0, 2);
  expect(listed).toMatchObject([{ state: "cancelled" }, { mail: "copied", state: "open" }]);
});
