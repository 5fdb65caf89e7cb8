import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { closeDatabase } from "@/db/tenant";
import { mailHandlers } from "@/lib/jobs/mail";
import { closeQueue } from "@/lib/jobs/queue";
import { someOperator } from "./testing/some-operator";
import { copyInvitationLink, inviteToOpenWorkspace, listInvitations } from "./workspace-invitations";

beforeAll(() => vi.stubEnv("SMTP_URL", "smtp://127.0.0.1:9"));
afterAll(async () => {
  await closeQueue();
  await closeDatabase();
});

it("tells the operator that the mail server did not take it, whose link can then be copied", async () => {
  const userId = await someOperator();
  const { invitationId } = await inviteToOpenWorkspace({ userId, email: `${randomUUID()}@people.test` });
  const job = { id: randomUUID(), data: { kind: "workspace_invitation" as const, invitationId } };
  await expect(mailHandlers.mail([job])).rejects.toThrow(/ECONNREFUSED/);
  expect(await listInvitations({ userId })).toMatchObject([{ mail: "failed", state: "open" }]);
  expect((await copyInvitationLink({ userId, invitationId })).link).toMatch(/\/invitation\/[\w-]{43}$/);
  await mailHandlers.mail([job]);
  expect(await listInvitations({ userId })).toMatchObject([{ mail: "copied" }]);
});
