import { createHash, randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { ConsentMeans } from "@/db/enums";
import { consentRecords } from "@/db/schema/consent";
import { messages } from "@/db/schema/leads";
import { numbers } from "@/db/schema/phone";
import { type Tx, withWorkspace } from "@/db/tenant";
import { reservePersonText } from "@/lib/billing/person-texts";
import { announce, wakeOutbox } from "@/lib/changes";
import { appNow } from "@/lib/clock";
import { NotFound } from "@/lib/errors";
import { lockSlot } from "@/lib/leads/caller-slot";
import { findCaller } from "@/lib/leads/find-caller";
import { isUuid } from "@/lib/leads/uuid";
import { type GateRefusal, passGate } from "@/lib/recovery/gate";
import { gateWords } from "@/lib/recovery/gate-words";
import { gatherGateFacts } from "./gate-facts";
import { lockMember } from "./lock-member";
import { queueMessage } from "./queue-message";
import { MOST_CHARACTERS, REPLY_REFUSAL_WORDS, type ReplyRefusal } from "./reply-refusals";
import { measureText, straighten } from "./segments";

export type Reply = {
  workspaceId: string;
  userId: string;
  leadId: string;
  body: string;
  /** Made with the form, so that the same form sent twice is one text. */
  formId?: string;
  /** How they agreed to be texted, as the member says: asked for before the first text to somebody who never called or wrote. */
  agreedBy?: ConsentMeans;
};

export type Replied = { ok: true; messageId: string } | { ok: false; refusal: ReplyRefusal; words: string };

export const SECONDS_TO_UNDO = 5;

/**
 * Queues a member's text, if it passes the gate; it goes after five seconds in which `undoReply` takes it back. No plan
 * takes this away.
 * @throws NotFound for a lead that is not of this workspace.
 */
export async function replyToLead({ workspaceId, userId, leadId, body, formId, agreedBy }: Reply): Promise<Replied> {
  const text = straighten(body).trim();
  const messageId = formId ? textIdOf(workspaceId, leadId, formId) : randomUUID();
  const replied = await withWorkspace(workspaceId, async (tx): Promise<Replied> => {
    const callerE164 = await findCaller(tx, workspaceId, leadId);
    if (!callerE164) throw new NotFound("The lead");
    // The slot puts this text and a STOP that arrives at the same instant in an order.
    await lockSlot(tx, workspaceId, callerE164);
    if (formId && (await isQueued(tx, workspaceId, messageId))) return { ok: true, messageId };
    if (text === "") return refuse("empty");
    if (text.length > MOST_CHARACTERS) return refuse("too_long");
    await lockMember(tx, { workspaceId, userId });
    const from = await numberFor(tx, workspaceId, leadId);
    const now = await appNow(tx);
    const { facts, needsConsent } = await gatherGateFacts({
      tx,
      ...{ workspaceId, userId, callerE164, purpose: "reply", now },
      numberState: from ? "active" : null,
      segments: measureText(text).segments,
    });
    const refusal = passGate(facts);
    if (refusal) return stopped(refusal);
    if (!from) throw new Error("The gate let a text pass without a number");
    if (needsConsent && !agreedBy) return refuse("no_consent");
    const { textCents: cents, dailySpendCapCents: capCents } = facts.limits;
    if (!(await reservePersonText({ tx, workspaceId, now, cents, capCents }))) {
      return stopped({ check: "limits", reason: "rate_capped", cap: "spending" });
    }
    await queueMessage({
      tx,
      workspaceId,
      id: messageId,
      leadId,
      numberId: from.id,
      purpose: "reply",
      author: "member",
      authorUserId: userId,
      from: from.e164,
      to: callerE164,
      body: text,
      dueAt: new Date(now.getTime() + SECONDS_TO_UNDO * 1000),
      now,
    });
    if (needsConsent) {
      const who = { byUserId: userId, agreedBy, messageId, createdAt: now };
      await tx.insert(consentRecords).values({ workspaceId, callerE164, basis: "member_attested", ...who });
    }
    return { ok: true, messageId };
  });
  if (!replied.ok) return replied;
  await announce(workspaceId, { kind: "message", id: replied.messageId }, { kind: "lead", id: leadId });
  await wakeOutbox();
  return replied;
}

/** A form's id counts for its own lead alone: the id of somebody else's text is as new here as any other. */
function textIdOf(workspaceId: string, leadId: string, formId: string): string {
  if (!isUuid(formId)) throw new NotFound("The text");
  const hex = createHash("sha256").update(`${workspaceId} ${leadId} ${formId}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}

function refuse(refusal: keyof typeof REPLY_REFUSAL_WORDS): Replied {
  return { ok: false, refusal, words: REPLY_REFUSAL_WORDS[refusal] };
}

function stopped(refusal: GateRefusal): Replied {
  return { ok: false, refusal: refusal.reason, words: gateWords(refusal).words };
}

async function isQueued(tx: Tx, workspaceId: string, messageId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.id, messageId)));
  return rows.length > 0;
}

/** The number the two last texted over, so that the caller sees one thread; else the workspace's first. */
export async function numberFor(
  tx: Tx,
  workspaceId: string,
  leadId: string,
): Promise<{ id: string; e164: string } | null> {
  const lastUsed = tx
    .select({
      numberId: messages.numberId,
      at: sql`max(${messages.createdAt})`.as("last_used_at"),
    })
    .from(messages)
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.leadId, leadId)))
    .groupBy(messages.numberId)
    .as("last_used");
  const [number] = await tx
    .select({ id: numbers.id, e164: numbers.e164 })
    .from(numbers)
    .leftJoin(lastUsed, eq(lastUsed.numberId, numbers.id))
    .where(and(eq(numbers.workspaceId, workspaceId), eq(numbers.state, "active")))
    .orderBy(sql`${lastUsed.at} desc nulls last`, numbers.createdAt)
    .limit(1);
  return number ?? null;
}
