import { afterAll, expect, it } from "vitest";
import { auditLog } from "@/db/schema/workspaces";
import { closeDatabase, withWorkspace } from "@/db/tenant";
import { addMember, makeWorkspace } from "@/db/testing/factories";
import { Forbidden } from "../errors";
import { getRecoverySettings } from "../recovery/settings-queries";
import { switchWorkspace } from "./switch-workspace";

afterAll(closeDatabase);

const isOn = async (workspaceId: string) => (await getRecoverySettings(workspaceId)).active;
const audited = (workspaceId: string) => withWorkspace(workspaceId, (tx) => tx.select().from(auditLog));

it("switches a workspace off and on again, and writes down each change once", async () => {
  const { workspaceId, ownerId } = await makeWorkspace();
  const adminId = await addMember(workspaceId, "admin");
  expect(await isOn(workspaceId)).toBe(true);
  await switchWorkspace({ workspaceId, userId: ownerId, active: false });
  await switchWorkspace({ workspaceId, userId: ownerId, active: false });
  expect(await isOn(workspaceId)).toBe(false);
  await switchWorkspace({ workspaceId, userId: adminId, active: true });
  expect(await isOn(workspaceId)).toBe(true);
  const log = (await audited(workspaceId)).map(({ action, actorUserId }) => [action, actorUserId]);
  expect(log).toHaveLength(2);
  expect(log).toEqual(
    expect.arrayContaining([
      ["workspace.switched_off", ownerId],
      ["workspace.switched_on", adminId],
    ]),
  );
});

it("refuses members and owners of another workspace, and changes nothing then", async () => {
  const [ours, theirs] = [await makeWorkspace(), await makeWorkspace()];
  for (const userId of [await addMember(ours.workspaceId), theirs.ownerId]) {
    await expect(switchWorkspace({ workspaceId: ours.workspaceId, userId, active: false })).rejects.toThrow(Forbidden);
  }
  await switchWorkspace({ workspaceId: theirs.workspaceId, userId: theirs.ownerId, active: false });
  expect([await isOn(ours.workspaceId), await isOn(theirs.workspaceId)]).toEqual([true, false]);
  expect(await audited(ours.workspaceId)).toEqual([]);
});
