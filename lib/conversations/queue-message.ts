import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { Author, MessagePurpose } from "@/db/enums";
import { leadEvents, leads, messages } from "@/db/schema/leads";
import type { Tx } from "@/db/tenant";
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
    tx.insert(messages).values({
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
    tx.insert(leadEvents).values({
      workspaceId,
      leadId,
      kind: "message",
      at: now,
      messageId: id,
      actorUserId: text.authorUserId ?? null,
    }),
    tx
      .update(leads)
      .set({
        lastOutboundAt: now,
        lastText: body,
        lastTextAuthor: text.author,
        lastActivityAt: sql`greatest(${leads.lastActivityAt}, ${now.toISOString()}::timestamptz)`,
        ...(text.author === "automatic" ? {} : answered(now)),
        ...(text.author === "member" ? byAPerson : {}),
      })
      .where(and(eq(leads.workspaceId, workspaceId), eq(leads.id, leadId))),
  ]);
  return id;
}

function answered(now: Date) {
  return { lastExchangeAt: now, waitingSince: null, conversation: "open" as const, snoozedUntil: null };
}

/** The AI stops the moment a person writes. */
const byAPerson = { ai: sql`case when ${leads.ai} = 'on' then 'paused' else ${leads.ai} end` };
