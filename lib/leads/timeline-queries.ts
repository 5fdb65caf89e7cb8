import { and, desc, eq, sql } from "drizzle-orm";
import { calls, recoveries } from "@/db/schema/calls";
import { leadEvents, leads, messages } from "@/db/schema/leads";
import { users } from "@/db/schema/people";
import { ringPhones } from "@/db/schema/phone";
import { withWorkspace } from "@/db/tenant";
import { NotFound } from "@/lib/errors";
import { decodeCursor, encodeCursor } from "./cursor";
import { isUuid } from "./uuid";

/** One thing that happened with a lead, with the call or text it is about. */
export type TimelineEvent = Awaited<ReturnType<typeof readPage>>[number];

export type TimelinePage = {
  /** Oldest first, as it is read. */
  events: TimelineEvent[];
  /** For the page before it, or null at the beginning. */
  earlier: string | null;
};

const PAGE = 50;

/**
 * The latest page of a lead's timeline, or the one before a cursor.
 * @throws NotFound for a lead that is not of this workspace.
 */
export async function readTimeline(at: {
  workspaceId: string;
  leadId: string;
  before?: string;
}): Promise<TimelinePage> {
  if (!isUuid(at.leadId)) throw new NotFound("The lead");
  const rows = await readPage(at);
  const events = rows.slice(0, PAGE);
  const oldest = rows.length > PAGE ? events.at(-1) : undefined;
  return { events: events.reverse(), earlier: oldest ? encodeCursor(oldest) : null };
}

function readPage({ workspaceId, leadId, before }: { workspaceId: string; leadId: string; before?: string }) {
  const from = decodeCursor(before);
  const past = from
    ? sql`(${leadEvents.at}, ${leadEvents.id}) < (${from.at.toISOString()}::timestamptz, ${from.id}::uuid)`
    : undefined;
  return withWorkspace(workspaceId, async (tx) => {
    const [lead] = await tx
      .select({ id: leads.id })
      .from(leads)
      .where(and(eq(leads.workspaceId, workspaceId), eq(leads.id, leadId)));
    if (!lead) throw new NotFound("The lead");
    return tx
      .select({
        id: leadEvents.id,
        kind: leadEvents.kind,
        at: leadEvents.at,
        actor: users.name,
        note: leadEvents.note,
        fromStage: leadEvents.fromStage,
        toStage: leadEvents.toStage,
        amountCents: leadEvents.amountCents,
        call: {
          id: calls.id,
          state: calls.state,
          startedAt: calls.startedAt,
          endedAt: calls.endedAt,
          rangSeconds: calls.rangSeconds,
          talkSeconds: calls.talkSeconds,
          callerHungUp: calls.callerHungUp,
          notRung: calls.notRung,
        },
        answeredBy: ringPhones.label,
        recovery: {
          state: recoveries.state,
          reason: recoveries.reason,
          messageId: recoveries.messageId,
          heldUntil: recoveries.heldUntil,
        },
        message: {
          id: messages.id,
          author: messages.author,
          purpose: messages.purpose,
          body: messages.body,
          media: messages.media,
          status: messages.status,
          errorCode: messages.errorCode,
          refusedReason: messages.refusedReason,
          createdAt: messages.createdAt,
          acceptedAt: messages.acceptedAt,
          dueAt: messages.dueAt,
        },
      })
      .from(leadEvents)
      .leftJoin(users, eq(users.id, leadEvents.actorUserId))
      .leftJoin(calls, and(eq(calls.workspaceId, leadEvents.workspaceId), eq(calls.id, leadEvents.callId)))
      .leftJoin(recoveries, and(eq(recoveries.workspaceId, calls.workspaceId), eq(recoveries.callId, calls.id)))
      .leftJoin(ringPhones, and(eq(ringPhones.workspaceId, calls.workspaceId), eq(ringPhones.id, calls.acceptedBy)))
      .leftJoin(messages, and(eq(messages.workspaceId, leadEvents.workspaceId), eq(messages.id, leadEvents.messageId)))
      .where(and(eq(leadEvents.workspaceId, workspaceId), eq(leadEvents.leadId, leadId), past))
      .orderBy(desc(leadEvents.at), desc(leadEvents.id))
      .limit(PAGE + 1);
  });
}
