import { and, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { OptOutSource } from "@/db/enums";
import { optOuts } from "@/db/schema/consent";
import { leadEvents, leads, messages } from "@/db/schema/leads";
import { workspaces } from "@/db/schema/workspaces";
import { type Tx, withWorkspace } from "@/db/tenant";
import { announce } from "@/lib/changes";
import { appNow } from "@/lib/clock";
import { NotFound } from "@/lib/errors";
import { lockSlot } from "@/lib/leads/caller-slot";
import { findCaller } from "@/lib/leads/find-caller";
import { markNotTexted, type NotTexted } from "./opening-outcome";

/** Twilio's word for a text to somebody who opted out; also ours for one we took back in time. */
const OPTED_OUT = 21610;

const TAKEN_BACK: NotTexted = {
  state: "skipped",
  reason: "opted_out",
  check: "allowed",
  detail: "Opted out before the text went",
};

export type OptOut = {
  tx: Tx;
  workspaceId: string;
  callerE164: string;
  /** Null when the caller has no lead: a blocked number can opt out as well. */
  leadId: string | null;
  source: OptOutSource;
  words?: string;
  byUserId?: string;
  now: Date;
};

/**
 * Closes the whole workspace to a caller and takes back every text to them that certainly has not gone. The caller's slot
 * must be locked. Says whether they were open until now; a repeat changes nothing.
 */
export async function recordOptOut(optOut: OptOut): Promise<boolean> {
  const { tx, workspaceId, callerE164, leadId, source, now } = optOut;
  const values = { source, byUserId: optOut.byUserId ?? null, words: optOut.words?.slice(0, 500) ?? null };
  const changed = await tx
    .insert(optOuts)
    .values({ workspaceId, callerHash: hashOf(workspaceId, callerE164), ...values, createdAt: now })
    .onConflictDoUpdate({
      target: [optOuts.workspaceId, optOuts.callerHash],
      set: { ...values, createdAt: now, reopenedAt: null },
      setWhere: isNotNull(optOuts.reopenedAt),
    })
    .returning({ hash: optOuts.callerHash });
  await takeBackTexts(optOut);
  if (changed.length === 0) return false;
  if (leadId) {
    await tx
      .update(leads)
      .set({ waitingSince: null, needsAttention: null })
      .where(and(eq(leads.workspaceId, workspaceId), eq(leads.id, leadId)));
    await tx
      .insert(leadEvents)
      .values({ workspaceId, leadId, kind: "opted_out", at: after(now), actorUserId: optOut.byUserId ?? null });
  }
  return true;
}

/** Opens the workspace to a caller again, at their own word. Says whether they had opted out. */
export async function recordOptIn(optIn: Pick<OptOut, "tx" | "workspaceId" | "callerE164" | "leadId" | "now">) {
  const { tx, workspaceId, callerE164, leadId, now } = optIn;
  const changed = await tx
    .update(optOuts)
    .set({ reopenedAt: now })
    .where(and(...ofCaller(workspaceId, callerE164), isNull(optOuts.reopenedAt)))
    .returning({ hash: optOuts.callerHash });
  if (changed.length === 0) return false;
  if (leadId) await tx.insert(leadEvents).values({ workspaceId, leadId, kind: "opted_in", at: after(now) });
  return true;
}

/** Whether a caller has opted out of this workspace's texts. */
export async function isOptedOut(tx: Tx, workspaceId: string, callerE164: string): Promise<boolean> {
  const rows = await tx
    .select({ hash: optOuts.callerHash })
    .from(optOuts)
    .where(and(...ofCaller(workspaceId, callerE164), isNull(optOuts.reopenedAt)));
  return rows.length > 0;
}

/**
 * A member's click: somebody said on the phone that they want no more texts.
 * @throws NotFound for a lead that is not of this workspace.
 */
export async function optOutCaller(by: { workspaceId: string; userId: string; leadId: string }): Promise<void> {
  const { workspaceId, userId, leadId } = by;
  await withWorkspace(workspaceId, async (tx) => {
    const callerE164 = await findCaller(tx, workspaceId, leadId);
    if (!callerE164) throw new NotFound("The lead");
    await lockSlot(tx, workspaceId, callerE164);
    const now = await appNow(tx);
    await recordOptOut({ tx, workspaceId, callerE164, leadId, source: "member", byUserId: userId, now });
  });
  await announce(workspaceId, { kind: "lead", id: leadId });
}

function hashOf(workspaceId: string, callerE164: string) {
  return sql<string>`(select caller_hash(${workspaces.optOutKey}, ${callerE164}) from ${workspaces} where ${workspaces.id} = ${workspaceId})`;
}

function ofCaller(workspaceId: string, callerE164: string) {
  return [eq(optOuts.workspaceId, workspaceId), eq(optOuts.callerHash, hashOf(workspaceId, callerE164))];
}

/** A text of whose request nobody knows the outcome may have gone: the worker has the last word about that one. */
async function takeBackTexts({ tx, workspaceId, callerE164, now }: OptOut): Promise<void> {
  const taken = await tx
    .update(messages)
    .set({ status: "failed", errorCode: OPTED_OUT, dueAt: null, leaseUntil: null, finalAt: now })
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        eq(messages.toE164, callerE164),
        eq(messages.status, "queued"),
        eq(messages.requests, 0),
        ne(messages.purpose, "opt_out_confirmation"),
      ),
    )
    .returning({ id: messages.id, purpose: messages.purpose });
  for (const { id: messageId, purpose } of taken) {
    if (purpose === "text_back") await markNotTexted({ tx, workspaceId, messageId, at: now, outcome: TAKEN_BACK });
  }
}

/** One millisecond later, so that the timeline shows the text that caused it first. */
function after(now: Date): Date {
  return new Date(now.getTime() + 1);
}
