import { randomUUID } from "node:crypto";
import type { Author, MessagePurpose } from "@/db/enums";
import { insertRow } from "@/db/rows";
import { messages } from "@/db/schema/leads";
import { run, type Tx } from "@/db/tenant";
import { measureText, straighten } from "./segments";

export type OutgoingText = {
  tx: Tx;
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
export async function queueMessage(text: OutgoingText): Promise<string> {
  const { tx, workspaceId, leadId, now, id = randomUUID() } = text;
  const body = straighten(text.body);
  await Promise.all([
    insertRow(tx, messages, {
      workspaceId,
      id,
      leadId,
      numberId: text.numberId,
      recoveryId: text.recoveryId ?? null,
      purpose: text.purpose,
      author: text.author,
      authorUserId: text.authorUserId ?? null,
      fromE164: text.from,
      toE164: text.to,
      body,
      segments: measureText(body).segments,
      status: "queued",
      dueAt: text.dueAt ?? now,
      expiresAt: text.expiresAt ?? null,
      createdAt: now,
    }),
    run(tx, TELL_LEAD, [workspaceId, leadId, now.toISOString(), body, text.author, id, text.authorUserId ?? null]),
  ]);
  return id;
}

// Whoever writes by their own will has answered; and the AI stops the moment a person writes.
const TELL_LEAD = `
  with event as (
    insert into lead_events (workspace_id, lead_id, kind, at, message_id, actor_user_id)
    values ($1, $2, 'message', $3, $6, $7)
  )
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
