import { createHash, randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { messages } from "@/db/schema/leads";
import { numbers } from "@/db/schema/phone";
import { workspaces } from "@/db/schema/workspaces";
import { type Tx, withWorkspace } from "@/db/tenant";
import { announce, wakeOutbox } from "@/lib/changes";
import { appNow } from "@/lib/clock";
import { NotFound } from "@/lib/errors";
import { findExclusion } from "@/lib/leads/block-caller";
import { lockSlot } from "@/lib/leads/caller-slot";
import { findCaller } from "@/lib/leads/find-caller";
import { isUuid } from "@/lib/leads/uuid";
import { isOptedOut } from "./opt-out-caller";
import { queueMessage } from "./queue-message";
import { MOST_CHARACTERS, REPLY_REFUSAL_WORDS, type ReplyRefusal } from "./reply-refusals";
import { straighten } from "./segments";

export type Reply = {
  workspaceId: string;
  userId: string;
  leadId: string;
  body: string;
  /** Made with the form, so that the same form sent twice is one text. */
  formId?: string;
};

export type Replied = { ok: true; messageId: string } | { ok: false; refusal: ReplyRefusal; words: string };

export const SECONDS_TO_UNDO = 5;

/**
 * Queues a member's text; it goes after five seconds in which `undoReply` takes it back. No plan takes this away.
 * @throws NotFound for a lead that is not of this workspace.
 */
export async function replyToLead({ workspaceId, userId, leadId, body, formId }: Reply): Promise<Replied> {
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
    if (!(await isOn(tx, workspaceId))) return refuse("workspace_off");
    if (await isOptedOut(tx, workspaceId, callerE164)) return refuse("opted_out");
    if ((await findExclusion(tx, workspaceId, callerE164)) === "blocked") return refuse("blocked");
    const from = await numberFor(tx, workspaceId, leadId);
    if (!from) return refuse("no_number");
    const now = await appNow(tx);
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

async function isOn(tx: Tx, workspaceId: string): Promise<boolean> {
  const [workspace] = await tx
    .select({ active: workspaces.active })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId));
  return workspace?.active ?? false;
}

function refuse(refusal: ReplyRefusal): Replied {
  return { ok: false, refusal, words: REPLY_REFUSAL_WORDS[refusal] };
}

async function isQueued(tx: Tx, workspaceId: string, messageId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.id, messageId)));
  return rows.length > 0;
}

/** The number the two last texted over, so that the caller sees one thread; else the workspace's first. */
async function numberFor(tx: Tx, workspaceId: string, leadId: string): Promise<{ id: string; e164: string } | null> {
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
