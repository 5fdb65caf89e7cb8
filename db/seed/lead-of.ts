import { type StageEvent, stageAfter } from "@/lib/leads/stages";
import type { Book, CallRow, LeadRow } from "./book";
import type { Caller } from "./story";

/** Makes the caller's one lead, as the app does at the first call or text that keeps one. */
export function leadOf(
  book: Book,
  e164: string,
  born: { at: Date; source: LeadRow["source"]; caller: Caller },
): LeadRow {
  const known = book.of(e164);
  if (known.lead) return known.lead;
  const { at, source, caller } = born;
  const { workspaceId, users } = book.setting;
  known.lead = {
    workspaceId,
    id: book.random.uuid(),
    callerE164: e164,
    name: caller.name ?? null,
    need: caller.need ?? null,
    address: caller.address ?? null,
    valueCents: caller.cents ?? null,
    assigneeId: caller.assignee ? users[caller.assignee] : null,
    urgent: caller.urgent ?? false,
    needsAttention: caller.attention ?? null,
    deliveryProblem: null,
    source,
    stage: "new",
    lostReason: null,
    bookedFor: null,
    conversation: "open",
    callCount: 0,
    waitingSince: null,
    firstReplyAt: null,
    lastExchangeAt: null,
    lastOutboundAt: null,
    lastText: null,
    lastTextAuthor: null,
    lastActivityAt: at,
    createdAt: at,
  };
  book.rows.leads.push(known.lead);
  return known.lead;
}

export function joinCall(book: Book, lead: LeadRow, { call, missed }: { call: CallRow; missed: boolean }): void {
  const { workspaceId } = book.setting;
  call.leadId = lead.id;
  lead.callCount = (lead.callCount ?? 0) + 1;
  lead.lastActivityAt = call.startedAt;
  const event = { id: book.random.uuid(), kind: "call", at: call.startedAt, callId: call.id } as const;
  book.rows.events.push({ workspaceId, leadId: lead.id, ...event });
  if (missed) followStage(book, lead, { event: "missed_call", at: call.startedAt });
}

/** The stage moves that happen by themselves, one millisecond after their cause. */
export function followStage(book: Book, lead: LeadRow, cause: { event: StageEvent; at: Date }): void {
  const from = lead.stage ?? "new";
  const to = stageAfter(from, cause.event);
  if (to === from) return;
  lead.stage = to;
  lead.lostReason = null;
  book.rows.events.push({
    workspaceId: book.setting.workspaceId,
    id: book.random.uuid(),
    leadId: lead.id,
    kind: "stage_moved",
    at: new Date(cause.at.getTime() + 1),
    fromStage: from,
    toStage: to,
  });
}
