import { sql } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { leads } from "@/db/schema/leads";
import { accountEvents } from "@/db/schema/people";
import { asSystem, closeDatabase, lookUp } from "@/db/tenant";
import { makeUser, makeWorkspace } from "@/db/testing/factories";
import { recordAccountEvent } from "@/lib/audit/record-account-event";
import { Forbidden } from "@/lib/errors";
import { asOperator } from "./as-operator";

afterAll(closeDatabase);

it("works for operators alone: not for the owner of the workspace it is about", async () => {
  const { workspaceId, ownerId } = await makeWorkspace();
  const { userId } = await makeUser();
  await lookUp(sql`update users set operator_at = app_now() where id = ${userId}`);
  await expect(asOperator({ userId: ownerId, workspaceId }, async () => "in")).rejects.toThrow(Forbidden);
  expect(await asOperator({ userId, workspaceId }, (tx) => tx.select().from(leads))).toEqual([]);
});

it("keeps a log that can be added to and read, never changed or deleted by the app", async () => {
  const { userId } = await makeUser();
  await asSystem((tx) => recordAccountEvent({ tx, kind: "signed_in", actorUserId: userId, userId }));
  const mine = sql`${accountEvents.userId} = ${userId}`;
  expect(await asSystem((tx) => tx.select().from(accountEvents).where(mine))).toMatchObject([{ kind: "signed_in" }]);
  for (const change of [
    "delete from account_events",
    "update account_events set kind = 'signed_out'",
    "delete from audit_log",
  ])
    await expect(asSystem((tx) => tx.execute(sql.raw(change)))).rejects.toThrow();
});
