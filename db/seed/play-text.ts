import { errorWords } from "@/lib/conversations/error-words";
import { measureText, straighten } from "@/lib/conversations/segments";
import type { Book, LeadRow, MessageRow } from "./book";
import { followStage, leadOf } from "./lead-of";
import { NUMBER } from "./people";
import type { Delivery, Scene, Story } from "./story";

type Outgoing = {
  lead: LeadRow;
  at: Date;
  body: string;
  purpose: "text_back" | "reply";
  author: "automatic" | "member";
  authorUserId?: string;
  recoveryId?: string;
  delivery?: Delivery | "queued";
};

const later = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1000);

/** A text of ours, with what became of it. */
export function sendText(book: Book, text: Outgoing): MessageRow {
  const { lead, at } = text;
  const { workspaceId, numberId } = book.setting;
  const body = straighten(text.body);
  const message: MessageRow = {
    workspaceId,
    id: book.random.uuid(),
    leadId: lead.id,
    numberId,
    recoveryId: text.recoveryId ?? null,
    purpose: text.purpose,
    author: text.author,
    authorUserId: text.authorUserId ?? null,
    fromE164: NUMBER,
    toE164: lead.callerE164,
    body,
    segments: measureText(body).segments,
    createdAt: at,
    ...fate(book, at, text.delivery ?? "delivered"),
  };
  book.rows.messages.push(message);
  timeline(book, lead, { message, actorUserId: text.authorUserId });
  Object.assign(lead, { lastOutboundAt: at, lastText: body, lastTextAuthor: text.author, lastActivityAt: at });
  if (text.author === "member") Object.assign(lead, { lastExchangeAt: at, waitingSince: null, conversation: "open" });
  if (message.finalAt) {
    lead.deliveryProblem = message.status === "delivered" ? null : errorWords(message.errorCode).words;
  }
  return message;
}

type Fate = Pick<
  MessageRow,
  | "status"
  | "providerSid"
  | "errorCode"
  | "requests"
  | "firstRequestedAt"
  | "acceptedAt"
  | "finalAt"
  | "dueAt"
  | "expiresAt"
>;

function fate({ random }: Book, at: Date, delivery: Delivery | "queued"): Fate {
  if (delivery === "queued") return { status: "queued", dueAt: at, expiresAt: later(at, 600) };
  const tried = { requests: 1, firstRequestedAt: later(at, 0.2), providerSid: null };
  if (delivery === "unconfirmed") return { ...tried, status: "unconfirmed", requests: 2, finalAt: later(at, 62) };
  if (typeof delivery === "object" && "refused" in delivery) {
    return { ...tried, status: "failed", errorCode: delivery.refused, finalAt: later(at, 0.6) };
  }
  const taken = { ...tried, providerSid: random.sid("SM"), acceptedAt: later(at, random.between(4, 44) / 10) };
  if (delivery === "delivered") {
    return { ...taken, status: "delivered", finalAt: later(taken.acceptedAt, random.between(12, 50) / 10) };
  }
  return { ...taken, status: "undelivered", errorCode: delivery.undelivered, finalAt: later(taken.acceptedAt, 9) };
}

/** A text of theirs: it makes the lead if there is none, and a STOP closes the workspace to them. */
export function hearText(book: Book, story: Story, { at, text }: Extract<Scene, { kind: "says" }>): void {
  const known = book.of(story.e164);
  const lead = leadOf(book, story.e164, { at, source: "text", caller: story.caller });
  const message = inbound(book, { from: story.e164, at, text, leadId: lead.id });
  timeline(book, lead, { message });
  Object.assign(lead, { lastText: text, lastTextAuthor: "caller", lastExchangeAt: at, lastActivityAt: at });
  if (text === "STOP") {
    known.optedOutAt = at;
    lead.waitingSince = null;
    book.rows.optOuts.push({ callerE164: story.e164, at, source: "keyword", words: text });
    book.rows.events.push({
      workspaceId: lead.workspaceId,
      id: book.random.uuid(),
      leadId: lead.id,
      kind: "opted_out",
      at: later(at, 0.001),
    });
    return;
  }
  const first = lead.firstReplyAt === null;
  lead.firstReplyAt ??= at;
  lead.waitingSince ??= at;
  lead.conversation = "needs_you";
  followStage(book, lead, { event: first ? "first_reply" : "inbound_text", at });
}

/** A text nobody can be answered under, from a number that is no phone. */
export function strayText(book: Book, stray: { from: string; at: Date; text: string }): void {
  inbound(book, { ...stray, leadId: null });
}

function inbound(
  book: Book,
  { from, at, text, leadId }: { from: string; at: Date; text: string; leadId: string | null },
): MessageRow {
  const { workspaceId, numberId } = book.setting;
  const message: MessageRow = {
    workspaceId,
    id: book.random.uuid(),
    leadId,
    numberId,
    purpose: "inbound",
    author: "caller",
    fromE164: from,
    toE164: NUMBER,
    body: text,
    segments: measureText(text).segments,
    status: "received",
    providerSid: book.random.sid("SM"),
    finalAt: at,
    createdAt: at,
  };
  book.rows.messages.push(message);
  return message;
}

function timeline(book: Book, lead: LeadRow, { message, actorUserId }: { message: MessageRow; actorUserId?: string }) {
  book.rows.events.push({
    workspaceId: lead.workspaceId,
    id: book.random.uuid(),
    leadId: lead.id,
    kind: "message",
    at: message.createdAt,
    messageId: message.id,
    actorUserId: actorUserId ?? null,
  });
}
