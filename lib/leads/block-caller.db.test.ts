import { afterAll, expect, it } from "vitest";
import { auditLog } from "@/db/schema/workspaces";
import { closeDatabase, withWorkspace } from "@/db/tenant";
import { type MadeWorkspace, makeWorkspace, nextPhone } from "@/db/testing/factories";
import { addExcludedNumbers } from "../recovery/excluded-numbers";
import { blockCaller, findExclusion, unblockNumber } from "./block-caller";
import { createLead } from "./create-lead";
import { readTimeline } from "./timeline-queries";

afterAll(closeDatabase);

const exclude = ({ workspaceId, ownerId }: MadeWorkspace, kind: "blocked" | "personal", pasted: string) =>
  addExcludedNumbers({ workspaceId, userId: ownerId, kind, pasted });
const exclusion = ({ workspaceId }: MadeWorkspace, e164: string) =>
  withWorkspace(workspaceId, (tx) => findExclusion(tx, workspaceId, e164));
const unblock = ({ workspaceId, ownerId }: MadeWorkspace, e164: string) =>
  unblockNumber({ workspaceId, userId: ownerId, e164 });

it("unblocks a caller who has no lead, once, and writes it down", async () => {
  const us = await makeWorkspace();
  const caller = nextPhone();
  await exclude(us, "blocked", caller);
  await unblock(us, caller);
  await unblock(us, caller);
  expect(await exclusion(us, caller)).toBeNull();
  const log = await withWorkspace(us.workspaceId, (tx) => tx.select().from(auditLog));
  const removals = log.filter(({ action }) => action === "exclusions.removed");
  expect(removals).toMatchObject([{ actorUserId: us.ownerId, details: { kind: "blocked", numbers: [caller] } }]);
});

it("says so in the timeline of a caller who has a lead", async () => {
  const us = await makeWorkspace();
  const caller = nextPhone();
  const facts = { name: null, need: null, address: null, valueCents: null };
  const by = { workspaceId: us.workspaceId, userId: us.ownerId };
  const made = await createLead({ ...by, phone: caller, facts });
  if (!made.ok) throw new Error(made.words);
  await blockCaller({ ...by, leadId: made.leadId });
  await unblock(us, caller);
  expect(JSON.stringify(await readTimeline({ workspaceId: us.workspaceId, leadId: made.leadId }))).toContain(
    "unblocked",
  );
});

it("leaves personal contacts and the lists of another workspace alone", async () => {
  const [us, them] = [await makeWorkspace(), await makeWorkspace()];
  const [caller, mom] = [nextPhone(), nextPhone()];
  await exclude(us, "blocked", caller);
  await exclude(us, "personal", mom);
  await unblock(them, caller);
  await unblock(us, mom);
  expect([await exclusion(us, caller), await exclusion(us, mom)]).toEqual(["blocked", "personal"]);
});
