import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { Stage } from "@/db/enums";
import { insertOf } from "@/db/rows";
import { leadEvents, leads } from "@/db/schema/leads";
import { run, type Statement, type Tx } from "@/db/tenant";
import { type StageEvent, stageAfter } from "./stages";

export type LeadTouch = {
  tx: Tx;
  workspaceId: string;
  callerE164: string;
  /** Where the lead comes from, if it is made now; an older lead keeps its own. */
  source: "missed_call" | "text" | "manual";
  call?: { id: string; at: Date; missed: boolean };
  /** `reply` is false for a bare STOP: it is on the timeline, but nobody is talking. */
  message?: { id: string; at: Date; reply: boolean };
  now: Date;
};

type Touched = { id: string; stage: Stage; firstReplyAt: Date | null };

/**
 * Makes the caller's one lead, or brings the one there is up to date, and appends the call or text to its timeline. The
 * caller's slot must be locked. The same call or text again changes nothing.
 *
 * Makes a lead of an answered call as well: ask `findLeadOf` first where only a known caller's lead may be joined.
 */
export async function upsertLead(touch: LeadTouch): Promise<string> {
  const made = await make(touch);
  const lead = made ?? (await lockExisting(touch));
  if (
    touch.call &&
    !made &&
    (await append(touch, lead.id, { kind: "call", callId: touch.call.id, at: touch.call.at }))
  ) {
    await recordCall(touch, lead, touch.call);
  }
  if (touch.message) {
    const event = { kind: "message", messageId: touch.message.id, at: touch.message.at } as const;
    if (await append(touch, lead.id, event)) await recordInboundText(touch, lead, touch.message);
  }
  return lead.id;
}

export type NewLead = Omit<LeadTouch, "tx" | "message" | "call"> & {
  id: string;
  call: { id: string; at: Date };
  /** The automatic text that goes out to them, or null. */
  text: string | null;
};

/** As statements, the lead of a caller who certainly has none: under their locked slot, with their first call. */
export function newLead({ workspaceId, id, callerE164, source, call, text, now }: NewLead): Statement[] {
  return [
    insertOf(leads, {
      workspaceId,
      id,
      callerE164,
      source,
      callCount: 1,
      createdAt: now,
      lastActivityAt: call.at > now ? call.at : now,
      ...(text === null ? {} : { lastOutboundAt: now, lastText: text, lastTextAuthor: "automatic" as const }),
    }),
    insertOf(leadEvents, { workspaceId, leadId: id, kind: "call", callId: call.id, at: call.at }),
  ];
}

/** The lead of a caller, or null when they have none in this workspace. */
export async function findLeadOf(tx: Tx, workspaceId: string, callerE164: string): Promise<string | null> {
  const [lead] = await tx
    .select({ id: leads.id })
    .from(leads)
    .where(and(eq(leads.workspaceId, workspaceId), eq(leads.callerE164, callerE164)));
  return lead?.id ?? null;
}

const touched = { id: leads.id, stage: leads.stage, firstReplyAt: leads.firstReplyAt };

/** A new lead with its first call, in one statement: most callers are new. */
async function make(touch: LeadTouch): Promise<Touched | undefined> {
  const { tx, workspaceId, callerE164, source, call, now } = touch;
  const values = [
    workspaceId,
    randomUUID(),
    callerE164,
    source,
    now.toISOString(),
    call?.id ?? null,
    call?.at.toISOString() ?? null,
  ];
  const [lead] = await run<Pick<Touched, "id" | "stage">>(tx, MAKE, values);
  return lead && { ...lead, firstReplyAt: null };
}

const MAKE = `
  with made as (
    insert into leads (workspace_id, id, caller_e164, source, created_at, call_count, last_activity_at)
    values ($1, $2, $3, $4, $5, case when $6::uuid is null then 0 else 1 end, greatest($5::timestamptz, $7::timestamptz))
    on conflict (workspace_id, caller_e164) do nothing
    returning workspace_id, id, stage
  ), called as (
    insert into lead_events (workspace_id, lead_id, kind, call_id, at)
    select workspace_id, id, 'call', $6::uuid, $7::timestamptz from made where $6::uuid is not null
  )
  select id, stage from made`;

async function lockExisting({ tx, workspaceId, callerE164 }: LeadTouch): Promise<Touched> {
  const [lead] = await tx
    .select(touched)
    .from(leads)
    .where(and(eq(leads.workspaceId, workspaceId), eq(leads.callerE164, callerE164)))
    .for("update");
  if (!lead) throw new Error("A lead was neither made nor found");
  return lead;
}

type Happening = { kind: "call"; callId: string; at: Date } | { kind: "message"; messageId: string; at: Date };

/** Whether it is new to the timeline. */
async function append({ tx, workspaceId }: LeadTouch, leadId: string, happening: Happening): Promise<boolean> {
  const added = await tx
    .insert(leadEvents)
    .values({ workspaceId, leadId, ...happening })
    .onConflictDoNothing()
    .returning({ id: leadEvents.id });
  return added.length > 0;
}

async function recordCall(touch: LeadTouch, lead: Touched, call: { at: Date; missed: boolean }): Promise<void> {
  const { tx, workspaceId } = touch;
  await tx
    .update(leads)
    .set({
      callCount: sql`${leads.callCount} + 1`,
      lastActivityAt: sql`greatest(${leads.lastActivityAt}, ${call.at.toISOString()}::timestamptz)`,
      ...(call.missed ? { conversation: reopened } : {}),
    })
    .where(and(eq(leads.workspaceId, workspaceId), eq(leads.id, lead.id)));
  if (call.missed) await followStage(touch, lead, { event: "missed_call", at: call.at });
}

async function recordInboundText(
  touch: LeadTouch,
  lead: Touched,
  { at, reply }: { at: Date; reply: boolean },
): Promise<void> {
  const { tx, workspaceId } = touch;
  await tx
    .update(leads)
    .set({
      lastActivityAt: sql`greatest(${leads.lastActivityAt}, ${at.toISOString()}::timestamptz)`,
      ...(reply ? { firstReplyAt: sql`coalesce(${leads.firstReplyAt}, ${at.toISOString()}::timestamptz)` } : {}),
    })
    .where(and(eq(leads.workspaceId, workspaceId), eq(leads.id, lead.id)));
  if (reply) await followStage(touch, lead, { event: lead.firstReplyAt ? "inbound_text" : "first_reply", at });
}

/** A caller who rings again is no longer done with, nor asleep. */
const reopened = sql`case when ${leads.conversation} in ('done', 'snoozed') then 'open' else ${leads.conversation} end`;

async function followStage(touch: LeadTouch, lead: Touched, cause: { event: StageEvent; at: Date }): Promise<void> {
  const to = stageAfter(lead.stage, cause.event);
  if (to === lead.stage) return;
  const { tx, workspaceId } = touch;
  await tx
    .update(leads)
    .set({ stage: to, lostReason: null })
    .where(and(eq(leads.workspaceId, workspaceId), eq(leads.id, lead.id)));
  await tx.insert(leadEvents).values({
    workspaceId,
    leadId: lead.id,
    kind: "stage_moved",
    // One millisecond later, so that the timeline shows the cause first.
    at: new Date(cause.at.getTime() + 1),
    fromStage: lead.stage,
    toStage: to,
  });
  lead.stage = to;
}
