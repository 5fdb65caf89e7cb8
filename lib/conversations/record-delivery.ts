import { and, eq, gt, ne, sql } from "drizzle-orm";
import type { MessageStatus } from "@/db/enums";
import { rowOf, together, updateOf } from "@/db/rows";
import { callerSlots } from "@/db/schema/calls";
import { leads, messages } from "@/db/schema/leads";
import { lookUp, run, type Tx, withWorkspace } from "@/db/tenant";
import { announce } from "@/lib/changes";
import { lockSlotOfMessage } from "@/lib/leads/caller-slot";
import { isUuid } from "@/lib/leads/uuid";
import { log } from "@/lib/log";
import { advance, fromProvider, isTerminal } from "./delivery";
import { errorWords, saysLandline } from "./error-words";
import { markTexted } from "./opening-outcome";
import { recordOptOut } from "./opt-out-caller";

export type DeliveryReport = {
  /** Ours: it stands in the path that the carrier calls. */
  messageId: string;
  sid: string;
  /** The carrier's word. */
  status: string;
  errorCode: number | null;
  /** Found by its words in the carrier's list, which proves less than a callback on the text's own path does. */
  byWords?: boolean;
};

export type Delivered = { outcome: "recorded" | "unchanged" | "unknown" | "taken" };

type Message = typeof messages.$inferSelect;

/**
 * What the carrier says became of a text. Reports that are late, repeated or out of order end the same. Any report is
 * proof that the carrier took the text, so it also settles a send whose outcome nobody knew.
 */
export async function recordDelivery(report: DeliveryReport): Promise<Delivered> {
  const workspaceId = isUuid(report.messageId) ? await workspaceOf(report.messageId) : null;
  return workspaceId ? recordOwnDelivery(workspaceId, report) : unknown(report);
}

/** The same, where the workspace is known. */
export async function recordOwnDelivery(workspaceId: string, report: DeliveryReport): Promise<Delivered> {
  const status = fromProvider(report.status);
  if (!status) return unknown(report);
  const { messageId } = report;
  const changed = await withWorkspace(workspaceId, async (tx) => {
    const locked = await lockMessage(tx, workspaceId, report);
    if (!locked || locked.message.author === "caller") return null;
    if (locked.message.providerSid && locked.message.providerSid !== report.sid) {
      log.error("message.second_sid", new Error("The carrier took one text twice"), { message: messageId });
      return null;
    }
    return record({ tx, ...locked, report, status });
  });
  if (changed === "taken") return { outcome: "taken" };
  if (!changed) return { outcome: "unchanged" };
  await announce(
    workspaceId,
    { kind: "message", id: messageId },
    ...(changed.leadId ? [{ kind: "lead" as const, id: changed.leadId }] : []),
  );
  return { outcome: "recorded" };
}

function unknown({ messageId, sid, status }: DeliveryReport): Delivered {
  log.warn("message.status_unknown", { message: messageId, sid, status });
  return { outcome: "unknown" };
}

async function workspaceOf(messageId: string): Promise<string | null> {
  const [row] = await lookUp<{ workspace_id: string }>(sql`select workspace_id from message_by_id(${messageId}::uuid)`);
  return row?.workspace_id ?? null;
}

/** `taken`: another row has the carrier's text for its own. */
type Locked = { message: Message; taken: boolean; now: Date };

/** The slot before the message, as everywhere: the report may close the caller's slot or opt them out. */
async function lockMessage(tx: Tx, workspaceId: string, { messageId, sid }: DeliveryReport): Promise<Locked | null> {
  const [, [row]] = await Promise.all([
    lockSlotOfMessage(tx, workspaceId, messageId),
    run<{ message: Record<string, unknown>; taken: boolean; now_ms: string }>(tx, LOCK, [workspaceId, messageId, sid]),
  ]);
  return row ? { message: rowOf(messages, row.message), taken: row.taken, now: new Date(Number(row.now_ms)) } : null;
}

const LOCK = `
  select to_jsonb(m) as message, (extract(epoch from app_now()) * 1000)::bigint as now_ms,
    m.provider_sid is null and exists (select 1 from known_message_sids(array[$3])) as taken
  from messages m where m.workspace_id = $1 and m.id = $2 for update`;

type Recording = Locked & { tx: Tx; report: DeliveryReport; status: MessageStatus };

async function record(recording: Recording): Promise<Message | "taken" | null> {
  const { tx, message, taken, now, report, status } = recording;
  const next = advance(message.status, status);
  const isNews = next !== message.status;
  const isProof = message.acceptedAt === null;
  if (!isNews && !isProof && message.providerSid) return null;
  if (taken && report.byWords) return "taken";
  // The callback's own path is the better proof than another row's look at the list, but one text is one.
  if (taken) log.error("message.sid_taken", new Error("Two texts claim one of the carrier's"), { sid: report.sid });

  const { workspaceId, id } = message;
  const errorCode = isNews && (next === "failed" || next === "undelivered") ? report.errorCode : message.errorCode;
  await Promise.all([
    together(tx, [
      updateOf(
        messages,
        { workspaceId, id },
        {
          status: next,
          providerSid: message.providerSid ?? (taken ? null : report.sid),
          acceptedAt: message.acceptedAt ?? now,
          unknownSince: null,
          dueAt: null,
          leaseUntil: null,
          errorCode,
          finalAt: isTerminal(next) ? (message.finalAt ?? now) : null,
        },
      ),
    ]),
    isProof && message.purpose === "text_back" ? markTexted({ tx, workspaceId, messageId: id, at: now }) : null,
  ]);
  if (isNews && isTerminal(next)) await settle({ ...recording, status: next });
  return message;
}

const OPTED_OUT = 21610;

async function settle({ tx, message, report, status, now }: Recording): Promise<void> {
  const { workspaceId, leadId, toE164: callerE164 } = message;
  const failed = status !== "delivered";
  if (leadId) await tellLead(tx, message, failed ? errorWords(report.errorCode).words : null);
  if (failed && report.errorCode === OPTED_OUT) {
    // The carrier knew it when it took the text, however late it says so.
    const askedAt = message.acceptedAt ?? now;
    await recordOptOut({ tx, workspaceId, callerE164, leadId, source: "carrier", now, askedAt });
  }
  if (failed && saysLandline(report.errorCode)) {
    await tx
      .update(callerSlots)
      .set({ lineType: "landline", lineTypeAt: now })
      .where(and(eq(callerSlots.workspaceId, workspaceId), eq(callerSlots.callerE164, callerE164)));
  }
}

/** A lead shows how its latest text fared; what becomes of an older one is told beside that one. */
async function tellLead(tx: Tx, message: Message, deliveryProblem: string | null): Promise<void> {
  const { workspaceId, leadId } = message;
  if (!leadId) return;
  const later = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        eq(messages.leadId, leadId),
        ne(messages.author, "caller"),
        gt(messages.createdAt, message.createdAt),
        sql`${messages.finalAt} is not null`,
      ),
    )
    .limit(1);
  if (later.length > 0) return;
  await tx
    .update(leads)
    .set({ deliveryProblem })
    .where(and(eq(leads.workspaceId, workspaceId), eq(leads.id, leadId)));
}
