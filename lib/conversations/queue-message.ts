import { randomUUID } from "node:crypto";
import type { Author, MessagePurpose } from "@/db/enums";
import { insertOf, together } from "@/db/rows";
import { leadEvents, messages } from "@/db/schema/leads";
import type { Statement, Tx } from "@/db/tenant";
import { measureText, straighten } from "./segments";

export type OutgoingText = {
  workspaceId: string;
  /** Chosen by whoever queues it, so that sending the same form twice is one text. */
  id?: string;
  leadId: string;
  numberId: string;
  recoveryId?: string;
  purpose: Exclude<MessagePurpose, "inbound">;
  author: Exclude<Author, "caller">;
  authorUserId?: string;
  from: string;
  to: string;
  body: string;
  /** When it may go; now when not said. */
  dueAt?: Date;
  expiresAt?: Date;
  now: Date;
};

/**
 * Puts a text into the outbox and on the lead's timeline. Whoever calls holds the caller's slot and has made sure that
 * the caller may be texted; `wakeOutbox()` after the commit.
 */
export async function queueMessage({ tx, ...text }: OutgoingText & { tx: Tx }): Promise<string> {
  const { id = randomUUID() } = text;
  await together(tx, [...queuedMessage({ ...text, id }), toldLead(text)]);
  return id;
}

/** The same as statements, for whoever has more to write with them: the text and its place on the timeline. */
export function queuedMessage(text: OutgoingText & { id: string }): Statement[] {
  const { workspaceId, leadId, now, id, authorUserId = null } = text;
  const body = straighten(text.body);
  return [
    insertOf(messages, {
      workspaceId,
      id,
      leadId,
      numberId: text.numberId,
      recoveryId: text.recoveryId ?? null,
      purpose: text.purpose,
      author: text.author,
      authorUserId,
      fromE164: text.from,
      toE164: text.to,
      body,
      segments: measureText(body).segments,
      status: "queued",
      dueAt: text.dueAt ?? now,
      expiresAt: text.expiresAt ?? null,
      createdAt: now,
    }),
    insertOf(leadEvents, { workspaceId, leadId, kind: "message", at: now, messageId: id, actorUserId: authorUserId }),
  ];
}

/** And what its lead shows of it. */
export function toldLead({ workspaceId, leadId, now, body, author }: OutgoingText): Statement {
  return { text: TELL_LEAD, values: [workspaceId, leadId, now.toISOString(), straighten(body), author] };
}

// Whoever writes by their own will has answered; and the AI stops the moment a person writes.
const TELL_LEAD = `
  update leads set
    last_outbound_at = $3,
    last_text = $4,
    last_text_author = $5,
    last_activity_at = greatest(last_activity_at, $3),
    last_exchange_at = case when $5 = 'automatic' then last_exchange_at else $3 end,
    waiting_since = case when $5 = 'automatic' then waiting_since end,
    conversation = case when $5 = 'automatic' then conversation else 'open' end,
    snoozed_until = case when $5 = 'automatic' then snoozed_until end,
    ai = case when $5 = 'member' and ai = 'on' then 'paused' else ai end
  where workspace_id = $1 and id = $2`;
