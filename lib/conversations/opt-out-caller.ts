import { and, eq, getTableColumns, isNull, ne, sql } from "drizzle-orm";
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
import { giveBackText, markNotTexted, type NotTexted } from "./opening-outcome";

/** Twilio's word for a text to somebody who opted out; also ours for one we took back in time. */
const OPTED_OUT = 21610;

const TAKEN_BACK: NotTexted = {
  state: "skipped",
  reason: "opted_out",
  check: "allowed",
  detail: "Opted out before the text went",
};

/** A wish of a caller's. `askedAt` is when they made it, where that is known to be earlier than `now`. */
type Asked = { tx: Tx; workspaceId: string; callerE164: string; now: Date; askedAt?: Date };

export type OptOut = Asked & {
  /** Null when the caller has no lead: a blocked number can opt out as well. */
  leadId: string | null;
  source: OptOutSource;
  words?: string;
  byUserId?: string;
};

/** A carrier tells whole seconds, by a clock of its own: of two wishes closer together than this, silence is the later. */
const SAME_MOMENT_MS = 5_000;

/**
 * Closes the whole workspace to a caller and takes back every text to them that certainly has not gone. The caller's slot
 * must be locked. Says whether they were open until now; a repeat changes nothing, nor does an opt-out that is found after
 * a later opt-in.
 */
export async function recordOptOut(optOut: OptOut): Promise<boolean> {
  const { tx, workspaceId, leadId, source, now, askedAt = now } = optOut;
  const last = await lastWish(optOut);
  if (last?.reopenedAt && askedAt.getTime() + SAME_MOMENT_MS < last.askedAt.getTime()) return false;
  await takeBackTexts(optOut);
  if (last && !last.reopenedAt) {
    if (askedAt > last.askedAt) await keepWish(optOut, { ...last, askedAt });
    return false;
  }
  const words = optOut.words?.slice(0, 500) ?? null;
  await keepWish(optOut, {
    source,
    byUserId: optOut.byUserId ?? null,
    words,
    askedAt,
    createdAt: now,
    reopenedAt: null,
  });
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

/**
 * Opens the workspace to a caller again, at their own word; a word that is found after a later opt-out changes nothing. The
 * caller's slot must be locked. Kept of somebody who was not opted out as well: their earlier STOP may still be on its way.
 */
export async function recordOptIn(optIn: Asked & { leadId: string | null }): Promise<void> {
  const { tx, workspaceId, leadId, now, askedAt = now } = optIn;
  const last = await lastWish(optIn);
  if (last && askedAt <= last.askedAt) return;
  const created = last ?? { source: "keyword" as const, byUserId: null, words: null, createdAt: now };
  await keepWish(optIn, { ...created, askedAt, reopenedAt: now });
  const wereOut = last !== undefined && last.reopenedAt === null;
  if (leadId && wereOut) await tx.insert(leadEvents).values({ workspaceId, leadId, kind: "opted_in", at: after(now) });
}

type Wish = Omit<typeof optOuts.$inferSelect, "workspaceId" | "callerHash">;

async function lastWish({ tx, workspaceId, callerE164 }: Asked): Promise<Wish | undefined> {
  const { workspaceId: _, callerHash: __, ...wish } = getTableColumns(optOuts);
  const [last] = await tx
    .select(wish)
    .from(optOuts)
    .where(and(...ofCaller(workspaceId, callerE164)));
  return last;
}

async function keepWish({ tx, workspaceId, callerE164 }: Asked, wish: Wish): Promise<void> {
  await tx
    .insert(optOuts)
    .values({ workspaceId, callerHash: hashOf(workspaceId, callerE164), ...wish })
    .onConflictDoUpdate({ target: [optOuts.workspaceId, optOuts.callerHash], set: wish });
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
    .returning();
  for (const message of taken) {
    const { id: messageId, purpose } = message;
    if (purpose === "text_back") await markNotTexted({ tx, workspaceId, messageId, at: now, outcome: TAKEN_BACK });
    else await giveBackText(tx, message);
  }
}

/** One millisecond later, so that the timeline shows the text that caused it first. */
function after(now: Date): Date {
  return new Date(now.getTime() + 1);
}
