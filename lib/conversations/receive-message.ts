import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { webhooks } from "@/db/schema/calls";
import { leads, messages } from "@/db/schema/leads";
import { lookUp, type Tx, withWorkspace } from "@/db/tenant";
import { announce, type Change, wakeOutbox } from "@/lib/changes";
import { appNow } from "@/lib/clock";
import { findExclusion } from "@/lib/leads/block-caller";
import { lockSlot } from "@/lib/leads/caller-slot";
import { findLeadOf, upsertLead } from "@/lib/leads/upsert-lead";
import { log } from "@/lib/log";
import { readCaller } from "@/lib/phone/caller-id";
import { heedWish, readWish, type Wish } from "./heed-wish";
import { keepStray } from "./keep-stray";
import { measureText } from "./segments";

export type InboundText = {
  sid: string;
  from: string;
  to: string;
  body: string;
  media: { url: string; contentType: string | null }[];
  /** Set where the carrier has read the text as one of its own keywords and answered it. */
  optOutType: "stop" | "start" | "help" | null;
  /** Left out by a webhook, which arrives at once; a sweep says when the carrier got it. */
  receivedAt?: Date;
  /** The webhook's parameters, redacted, for the inbox that makes repeats harmless. */
  params?: Record<string, unknown>;
};

export type Received =
  | { outcome: "received"; workspaceId: string; messageId: string; leadId: string | null }
  | { outcome: "repeated"; workspaceId: string }
  | { outcome: "stray" };

type Arrival = InboundText & { tx: Tx; workspaceId: string; numberId: string; at: Date; now: Date };
type Stored = { messageId: string; leadId: string | null; confirming: boolean };

/**
 * Puts an inbound text where it belongs: on its caller's lead, made if there is none, or into the unmatched tray; and
 * does what it asks about our own texts in the same transaction. The same text again changes nothing.
 */
export async function receiveMessage(text: InboundText): Promise<Received> {
  const [number] = await lookUp<{ workspace_id: string; number_id: string }>(
    sql`select workspace_id, number_id from number_by_e164(${text.to})`,
  );
  if (!number) {
    await keepStray({ kind: "message.incoming", why: "number_unknown", sid: text.sid, params: text.params ?? {} });
    return { outcome: "stray" };
  }
  const workspaceId = number.workspace_id;
  const stored = await withWorkspace(workspaceId, async (tx) => {
    if (!(await isFirst(tx, workspaceId, text))) return null;
    const now = await appNow(tx);
    const at = text.receivedAt && text.receivedAt < now ? text.receivedAt : now;
    return store({ ...text, tx, workspaceId, numberId: number.number_id, at, now });
  });
  if (!stored) return { outcome: "repeated", workspaceId };
  const { messageId, leadId, confirming } = stored;
  const changes: Change[] = [{ kind: "message", id: messageId }];
  if (leadId) changes.push({ kind: "lead", id: leadId });
  await announce(workspaceId, ...changes);
  if (confirming) await wakeOutbox();
  log.info("message.received", { workspace: workspaceId, message: messageId, matched: leadId !== null });
  return { outcome: "received", workspaceId, messageId, leadId };
}

async function isFirst(tx: Tx, workspaceId: string, { sid, params = {} }: InboundText): Promise<boolean> {
  const first = await tx
    .insert(webhooks)
    .values({ workspaceId, providerSid: sid, kind: "message.incoming", status: "received", params })
    .onConflictDoNothing()
    .returning({ id: webhooks.id });
  if (first.length === 0) return false;
  // The inbox forgets after a month, the thread does not.
  const known = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.providerSid, sid)));
  return known.length === 0;
}

async function store(arrival: Arrival): Promise<Stored> {
  const { tx, workspaceId, at, now } = arrival;
  const messageId = randomUUID();
  const caller = readCaller(arrival.from);
  if (caller.kind !== "phone") {
    await insertMessage(arrival, { messageId, from: arrival.from, leadId: null });
    return { messageId, leadId: null, confirming: false };
  }
  const callerE164 = caller.e164;
  await lockSlot(tx, workspaceId, callerE164);
  const wish = await readWish({ tx, workspaceId, callerE164, body: arrival.body, optOutType: arrival.optOutType });
  const leadId = (await belongsInTray(tx, workspaceId, callerE164))
    ? null
    : await joinLead(arrival, { messageId, callerE164, wish });
  await insertMessage(arrival, { messageId, from: callerE164, leadId });
  const { numberId, body } = arrival;
  const answer = { leadId, numberId, from: arrival.to, words: body };
  const confirming = await heedWish({ tx, workspaceId, callerE164, wish, at, now, ...answer });
  return { messageId, leadId, confirming };
}

/** A blocked number makes and touches no lead; one of the owner's own people makes none. */
async function belongsInTray(tx: Tx, workspaceId: string, callerE164: string): Promise<boolean> {
  const exclusion = await findExclusion(tx, workspaceId, callerE164);
  if (exclusion !== "personal") return exclusion === "blocked";
  return (await findLeadOf(tx, workspaceId, callerE164)) === null;
}

type Joining = { messageId: string; callerE164: string; wish: Wish };

async function joinLead(arrival: Arrival, { messageId, callerE164, wish }: Joining): Promise<string> {
  const { tx, workspaceId, at, now } = arrival;
  const reply = wish.verdict !== "opt_out";
  const message = { id: messageId, at, reply };
  const leadId = await upsertLead({ tx, workspaceId, callerE164, source: "text", message, now });
  const written = at.toISOString();
  await tx
    .update(leads)
    .set({
      lastText: arrival.body || (arrival.media.length > 0 ? "Sent a picture or file" : ""),
      lastTextAuthor: "caller",
      lastExchangeAt: sql`greatest(coalesce(${leads.lastExchangeAt}, '-infinity'), ${written}::timestamptz)`,
      // Somebody who says stop is owed nothing but silence.
      ...(reply
        ? {
            waitingSince: sql`coalesce(${leads.waitingSince}, ${written}::timestamptz)`,
            conversation: "needs_you" as const,
            snoozedUntil: null,
          }
        : {}),
    })
    .where(and(eq(leads.workspaceId, workspaceId), eq(leads.id, leadId)));
  return leadId;
}

async function insertMessage(
  arrival: Arrival,
  { messageId, from, leadId }: { messageId: string; from: string; leadId: string | null },
): Promise<void> {
  await arrival.tx.insert(messages).values({
    workspaceId: arrival.workspaceId,
    id: messageId,
    leadId,
    numberId: arrival.numberId,
    purpose: "inbound",
    author: "caller",
    fromE164: from,
    toE164: arrival.to,
    body: arrival.body,
    media: arrival.media.map(({ url, contentType }) => ({
      url,
      contentType: contentType ?? "application/octet-stream",
    })),
    segments: measureText(arrival.body).segments,
    status: "received",
    providerSid: arrival.sid,
    finalAt: arrival.now,
    createdAt: arrival.at,
  });
}
