import { asc, eq } from "drizzle-orm";
import { usageCallers, usageCounters } from "@/db/schema/billing";
import { callerSlots, callLegs, calls, recoveries, webhooks } from "@/db/schema/calls";
import { consentRecords, optOuts } from "@/db/schema/consent";
import { leadEvents, leads, messages } from "@/db/schema/leads";
import { ringPhones } from "@/db/schema/phone";
import { withWorkspace } from "@/db/tenant";
import { nextPhone } from "@/db/testing/factories";

export type Workspace = { workspaceId: string; numberId: string };

/** Everything that has happened in a workspace, as its rows tell it. */
export function readStory({ workspaceId }: Pick<Workspace, "workspaceId">) {
  return withWorkspace(workspaceId, async (tx) => ({
    calls: await tx.select().from(calls).where(eq(calls.workspaceId, workspaceId)).orderBy(asc(calls.startedAt)),
    legs: await tx.select().from(callLegs).where(eq(callLegs.workspaceId, workspaceId)),
    recoveries: await tx.select().from(recoveries).where(eq(recoveries.workspaceId, workspaceId)),
    messages: await tx.select().from(messages).where(eq(messages.workspaceId, workspaceId)),
    leads: await tx.select().from(leads).where(eq(leads.workspaceId, workspaceId)),
    events: await tx.select().from(leadEvents).where(eq(leadEvents.workspaceId, workspaceId)),
    slots: await tx.select().from(callerSlots).where(eq(callerSlots.workspaceId, workspaceId)),
    optOuts: await tx.select().from(optOuts).where(eq(optOuts.workspaceId, workspaceId)),
    consents: await tx.select().from(consentRecords).where(eq(consentRecords.workspaceId, workspaceId)),
    webhooks: await tx.select().from(webhooks).where(eq(webhooks.workspaceId, workspaceId)),
    counters: await tx.select().from(usageCounters).where(eq(usageCounters.workspaceId, workspaceId)),
    counted: await tx.select().from(usageCallers).where(eq(usageCallers.workspaceId, workspaceId)),
  }));
}

/** What became of a workspace's calls, without times and ids: equal for equal ends. */
export async function readEnd(workspace: Pick<Workspace, "workspaceId">) {
  const story = await readStory(workspace);
  return {
    calls: story.calls.map(({ state, route }) => ({ state, route })),
    recoveries: story.recoveries.map(({ state, reason }) => ({ state, reason })),
    texts: story.messages.map(({ status, purpose }) => ({ status, purpose })),
    leads: story.leads.map(({ callCount, stage }) => ({ callCount, stage })),
    optOuts: story.optOuts.length,
  };
}

/** Gives a number phones to ring, and says which. */
export async function addPhones({ workspaceId, numberId }: Workspace, count: number): Promise<[string, ...string[]]> {
  const phones = Array.from({ length: count }, (_, position) => ({
    ...{ workspaceId, numberId, e164: nextPhone(), label: `Phone ${position + 1}`, position },
  }));
  await withWorkspace(workspaceId, (tx) => tx.insert(ringPhones).values(phones));
  const [first, ...others] = phones.map(({ e164 }) => e164);
  if (!first) throw new Error("There was to be a phone");
  return [first, ...others];
}
