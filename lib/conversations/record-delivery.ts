import { and, eq, gt, ne, sql } from "drizzle-orm";
import type { MessageStatus } from "@/db/enums";
import { callerSlots } from "@/db/schema/calls";
import { leads, messages } from "@/db/schema/leads";
import { lookUp, type Tx, withWorkspace } from "@/db/tenant";
import { announce } from "@/lib/changes";
import { appNow } from "@/lib/clock";
import { lockSlot } from "@/lib/leads/caller-slot";
import { isUuid } from "@/lib/leads/uuid";
import { log } from "@/lib/log";
import { advance, fromProvider, isTerminal } from "./delivery";
import { errorWords } from "./error-words";
import { markTexted } from "./opening-outcome";
import { recordOptOut } from "./opt-out-caller";

export type DeliveryReport = {
  /** Ours: it stands in the path that the carrier calls. */
  messageId: string;
  sid: string;
  /** The carrier's word. */
  status: string;
  errorCode: number | null;
};

export type Delivered = { outcome: "recorded" | "unchanged" | "unknown" };

type Message = typeof messages.$inferSelect;

/**
 * What the carrier says became of a text. Reports that are late, repeated or out of order end the same. Any report is
 * proof that the carrier took the text, so it also settles a send whose outcome nobody knew.
 */
export async function recordDelivery(report: DeliveryReport): Promise<Delivered> {
  const status = fromProvider(report.status);
  const workspaceId = isUuid(report.messageId) ? await workspaceOf(report.messageId) : null;
  if (!workspaceId || !status) {
    log.warn("message.status_unknown", { message: report.messageId, sid: report.sid, status: report.status });
    return { outcome: "unknown" };
  }
  const changed = await withWorkspace(workspaceId, async (tx) => {
    const message = await lockMessage(tx, workspaceId, report.messageId);
    if (!message || message.author === "caller") return null;
    if (message.providerSid && message.providerSid !== report.sid) {
      log.error("message.second_sid", new Error("The carrier took one text twice"), { message: message.id });
      return null;
    }
    return record({ tx, message, report, status });
  });
  if (!changed) return { outcome: "unchanged" };
  await announce(workspaceId, { kind: "message", id: report.messageId });
  if (changed.leadId) await announce(workspaceId, { kind: "lead", id: changed.leadId });
  return { outcome: "recorded" };
}

async function workspaceOf(messageId: string): Promise<string | null> {
  const [row] = await lookUp<{ workspace_id: string }>(sql`select workspace_id from message_by_id(${messageId}::uuid)`);
  return row?.workspace_id ?? null;
}

/** The slot before the message, as everywhere: the report may close the caller's slot or opt them out. */
async function lockMessage(tx: Tx, workspaceId: string, messageId: string): Promise<Message | undefined> {
  const one = and(eq(messages.workspaceId, workspaceId), eq(messages.id, messageId));
  const [found] = await tx.select({ to: messages.toE164 }).from(messages).where(one);
  if (!found) return undefined;
  await lockSlot(tx, workspaceId, found.to);
  const [message] = await tx.select().from(messages).where(one).for("update");
  return message;
}

type Recording = { tx: Tx; message: Message; report: DeliveryReport; status: MessageStatus };

async function record({ tx, message, report, status }: Recording): Promise<Message | null> {
  const next = advance(message.status, status);
  const isNews = next !== message.status;
  const isProof = message.acceptedAt === null;
  if (!isNews && !isProof && message.providerSid) return null;

  const now = await appNow(tx);
  const { workspaceId, id } = message;
  const errorCode = isNews && (next === "failed" || next === "undelivered") ? report.errorCode : message.errorCode;
  await tx
    .update(messages)
    .set({
      status: next,
      providerSid: message.providerSid ?? (await adoptable(tx, report.sid)),
      acceptedAt: message.acceptedAt ?? now,
      unknownSince: null,
      dueAt: null,
      leaseUntil: null,
      errorCode,
      finalAt: isTerminal(next) ? (message.finalAt ?? now) : null,
    })
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.id, id)));
  if (isProof && message.purpose === "text_back") await markTexted({ tx, workspaceId, messageId: id, at: now });
  if (isNews && isTerminal(next)) await settle({ tx, message, report, status: next }, now);
  return message;
}

/** Another row may have adopted it from the carrier's list; the callback's own path is the better proof, but one is one. */
async function adoptable(tx: Tx, sid: string): Promise<string | null> {
  const [taken] = await tx.execute(sql`select provider_sid from known_message_sids(array[${sid}])`);
  if (taken) log.error("message.sid_taken", new Error("Two texts claim one of the carrier's"), { sid });
  return taken ? null : sid;
}

const OPTED_OUT = 21610;
const NOT_MOBILE: readonly number[] = [30006, 21614, 21635];

async function settle({ tx, message, report, status }: Recording, now: Date): Promise<void> {
  const { workspaceId, leadId, toE164: callerE164 } = message;
  const failed = status !== "delivered";
  if (leadId) await tellLead(tx, message, failed ? errorWords(report.errorCode).words : null);
  if (failed && report.errorCode === OPTED_OUT) {
    await recordOptOut({ tx, workspaceId, callerE164, leadId, source: "carrier", now });
  }
  if (failed && report.errorCode !== null && NOT_MOBILE.includes(report.errorCode)) {
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
