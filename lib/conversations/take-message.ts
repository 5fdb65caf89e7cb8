import { and, eq, sql } from "drizzle-orm";
import type { LineType } from "@/db/enums";
import { rowOf } from "@/db/rows";
import { leads, messages } from "@/db/schema/leads";
import { lookUp, run, type Tx, withWorkspace } from "@/db/tenant";
import { announce } from "@/lib/changes";
import { appNow } from "@/lib/clock";
import { lockSlot } from "@/lib/leads/caller-slot";
import { errorWords } from "./error-words";
import { giveBackText, markNotTexted, type NotTexted } from "./opening-outcome";
import { readThreadAgain } from "./read-thread-again";

/** Longer than a request may take, so that nobody takes a text over while it is being sent. */
const LEASE_SECONDS = 15;

export type Claim = { workspaceId: string; messageId: string; fence: number };
export type Message = typeof messages.$inferSelect & {
  claimedAt: Date;
  /** What is known of the other side's line, and whether the workspace wants it looked up. */
  lineType: LineType | null;
  looksUp: boolean;
};

/** Takes up to `most` due texts, of any workspace, for this worker alone. */
export async function claimMessages(worker: string, most: number): Promise<Claim[]> {
  const rows = await lookUp<{ workspace_id: string; message_id: string; fence: string }>(
    sql`select * from claim_messages(${worker}, ${most}, ${`${LEASE_SECONDS} seconds`}::interval)`,
  );
  return rows.map((row) => ({ workspaceId: row.workspace_id, messageId: row.message_id, fence: Number(row.fence) }));
}

/** The text as claimed; nothing when somebody else holds it by now. */
export async function loadClaimed({ workspaceId, messageId, fence }: Claim): Promise<Message | undefined> {
  return withWorkspace(workspaceId, async (tx) => {
    const [row] = await run<Loaded>(tx, CLAIMED, [workspaceId, messageId, fence]);
    if (!row) return undefined;
    const { message, now_ms, line_type, look_up_line_type } = row;
    const claimedAt = new Date(Number(now_ms));
    return { ...rowOf(messages, message), claimedAt, lineType: line_type, looksUp: look_up_line_type };
  });
}

type Loaded = {
  message: Record<string, unknown>;
  now_ms: string;
  line_type: LineType | null;
  look_up_line_type: boolean;
};

const CLAIMED = `
  select to_jsonb(m) as message, (extract(epoch from app_now()) * 1000)::bigint as now_ms, s.line_type, r.look_up_line_type
  from messages m
    join recovery_settings r on r.workspace_id = m.workspace_id
    left join caller_slots s on s.workspace_id = m.workspace_id and s.caller_e164 = m.to_e164
  where m.workspace_id = $1 and m.id = $2 and m.fence = $3 and m.status = 'sending'`;

/** Not sent, for certain: to be tried again later. */
export async function putBack(
  claim: Claim,
  again: { seconds: number; refused?: boolean; code?: number | null },
): Promise<void> {
  await withWorkspace(claim.workspaceId, (tx) =>
    tx
      .update(messages)
      .set({
        status: "queued",
        unknownSince: null,
        leaseUntil: null,
        // Never after its expiry, which somebody has to notice.
        dueAt: sql`least(app_now() + ${again.seconds} * interval '1 second', ${messages.expiresAt})`,
        ...(again.code ? { errorCode: again.code } : {}),
        ...(again.refused
          ? { refusals: sql`${messages.refusals} + 1`, requests: sql`greatest(${messages.requests} - 1, 0)` }
          : {}),
      })
      .where(mine(claim)),
  );
}

/** The end of a text that is not sent, or of one nobody can say was sent. */
export async function giveUp(claim: Claim, outcome: NotTexted): Promise<void> {
  const { workspaceId, messageId } = claim;
  const leadId = await withWorkspace(workspaceId, async (tx) => {
    const [held] = await tx.select({ to: messages.toE164 }).from(messages).where(mine(claim));
    if (!held) return null;
    await lockSlot(tx, workspaceId, held.to);
    return end(tx, claim, outcome);
  });
  await announce(workspaceId, { kind: "message", id: messageId });
  if (leadId) await announce(workspaceId, { kind: "lead", id: leadId });
}

async function end(tx: Tx, claim: Claim, outcome: NotTexted): Promise<string | null> {
  const at = await appNow(tx);
  const [message] = await tx
    .update(messages)
    .set({
      status: outcome.state === "unconfirmed" ? "unconfirmed" : "failed",
      errorCode: outcome.state === "failed" ? outcome.errorCode : null,
      refusedReason: outcome.state === "skipped" ? outcome.reason : null,
      dueAt: null,
      leaseUntil: null,
      finalAt: outcome.state === "unconfirmed" ? null : at,
    })
    .where(mine(claim))
    .returning();
  if (!message) return null;
  const { workspaceId, id: messageId, leadId } = message;
  if (message.purpose === "text_back") await markNotTexted({ tx, workspaceId, messageId, at, outcome });
  else if (outcome.state !== "unconfirmed") await giveBackText(tx, message);
  if (leadId && message.author !== "automatic") await readThreadAgain(tx, workspaceId, leadId);
  if (leadId)
    await tx
      .update(leads)
      .set(tellLead(outcome, message.author === "member"))
      .where(and(eq(leads.workspaceId, workspaceId), eq(leads.id, leadId)));
  return leadId;
}

function tellLead(outcome: NotTexted, byPerson: boolean): Partial<typeof leads.$inferInsert> {
  switch (outcome.state) {
    case "failed":
      return { deliveryProblem: errorWords(outcome.errorCode).words };
    case "unconfirmed":
      return { needsAttention: "We couldn't tell whether the last text went out." };
    case "skipped":
      if (outcome.reason === "landline") return { deliveryProblem: "This is a landline" };
      return { deliveryProblem: byPerson ? `Not sent: ${outcome.detail.toLowerCase()}` : null };
  }
}

export function mine({ workspaceId, messageId, fence }: Claim) {
  return and(
    eq(messages.workspaceId, workspaceId),
    eq(messages.id, messageId),
    eq(messages.fence, fence),
    eq(messages.status, "sending"),
  );
}
