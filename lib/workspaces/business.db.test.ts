import { afterAll, expect, it } from "vitest";
import { auditLog, workspaces } from "@/db/schema/workspaces";
import { closeDatabase, withWorkspace } from "@/db/tenant";
import { addMember, makeWorkspace } from "@/db/testing/factories";
import { Forbidden } from "../errors";
import { getBusiness, saveBusiness } from "./business";

afterAll(closeDatabase);

const answers = {
  name: "Alder & Sons",
  trade: "plumbing" as const,
  timeZone: "America/Denver",
  open: { from: "07:30", to: "16:00" },
};

it("keeps what set-up asked, for an admin to find again, and who answered", async () => {
  const { workspaceId } = await makeWorkspace({ name: "Alder & Sons Plumbing" });
  expect(await getBusiness(workspaceId)).toMatchObject({ name: "Alder & Sons Plumbing", trade: null, open: null });
  const userId = await addMember(workspaceId, "admin");
  await saveBusiness({ workspaceId, userId }, answers);
  expect(await getBusiness(workspaceId)).toEqual(answers);
  const [row] = await withWorkspace(workspaceId, (tx) => tx.select().from(workspaces));
  expect(row?.openingHours?.map((spans) => spans.length)).toEqual([0, 1, 1, 1, 1, 1, 0]);
  const audit = await withWorkspace(workspaceId, (tx) => tx.select().from(auditLog));
  expect(audit).toMatchObject([{ action: "workspace.business_saved", actorUserId: userId }]);
});

it("refuses members and owners of another workspace, and changes nothing then", async () => {
  const [ours, theirs] = [await makeWorkspace(), await makeWorkspace()];
  for (const userId of [await addMember(ours.workspaceId), theirs.ownerId]) {
    await expect(saveBusiness({ workspaceId: ours.workspaceId, userId }, answers)).rejects.toThrow(Forbidden);
  }
  expect(await getBusiness(ours.workspaceId)).toMatchObject({ trade: null, open: null });
});
