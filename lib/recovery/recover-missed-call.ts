import { randomUUID } from "node:crypto";
import type { Outcome, Reason, RecoveryState } from "@/db/enums";
import { insertOf, updateOf } from "@/db/rows";
import { callerSlots, recoveries } from "@/db/schema/calls";
import { consentRecords } from "@/db/schema/consent";
import type { Statement, Tx } from "@/db/tenant";
import { type Reservation, releaseUsage, reserveUsage } from "@/lib/billing/record-usage";
import { type OutgoingText, queuedMessage, toldLead } from "@/lib/conversations/queue-message";
import { straighten } from "@/lib/conversations/segments";
import { lockSlot } from "@/lib/leads/caller-slot";
import { newLead, upsertLead } from "@/lib/leads/upsert-lead";
import { type Decision, decide, KEEPS_LEAD } from "./decide";
import type { Facts } from "./facts";
import { type Call, gatherFacts, type Recovered, withUsage } from "./gather-facts";
import { type Line, openingFor } from "./line";
import { TOO_LATE_MINUTES } from "./rules";
import { renderNotice } from "./text-back";

export type Missed = {
  tx: Tx;
  line: Line;
  /** Final; new, or locked by whoever calls. */
  call: Call;
  outcome: Exclude<Outcome, "answered" | "failed">;
  now: Date;
  /** Given when a held text's time has come: the call is then decided anew. */
  heldUntil?: Date;
};

/**
 * Decides a final missed call, once: its one recovery with reason, trace and facts, the lead made or touched, and the
 * opening text for the outbox. Most of it comes back as statements, for whoever saves the call to write with it. A call
 * that is decided already keeps its decision. The caller's slot is locked in a statement of its own, before all that is
 * read; a connection answers in the order it is asked.
 */
export async function recoverMissedCall(missed: Missed): Promise<Recovered & { writes: Statement[] }> {
  const { tx, line, call, outcome, now, heldUntil = null } = missed;
  const workspaceId = line.workspace.id;
  const [, gathered] = await Promise.all([
    call.callerE164 ? lockSlot(tx, workspaceId, call.callerE164) : null,
    gatherFacts({ tx, line, call, outcome, heldUntil, now }),
  ]);
  const { earlier } = gathered;
  if (earlier && !(earlier.state === "held" && heldUntil)) return { ...earlier, writes: [] };

  const { facts, decision } = await judge(missed, gathered.facts);
  const leadId = leadFor(missed, decision, gathered.leadId);
  const recoveryId = earlier?.recoveryId ?? randomUUID();
  const messageId = decision.verdict === "text" && leadId ? randomUUID() : null;
  const row = {
    workspaceId,
    id: recoveryId,
    callId: call.id,
    callStartedAt: call.startedAt,
    leadId,
    callerE164: call.callerE164,
    messageId,
    state: stateOf(decision),
    reason: decision.reason,
    trace: decision.trace,
    facts: facts as unknown as Record<string, unknown>,
    heldUntil: decision.verdict === "hold" ? decision.until : null,
    decidedAt: now,
  };
  const text =
    messageId && leadId && call.callerE164
      ? opening({ missed, facts, recoveryId, messageId, leadId, callerE164: call.callerE164 })
      : null;
  const writes = [
    earlier ? updateOf(recoveries, { workspaceId, id: recoveryId }, row) : insertOf(recoveries, row),
    ...(leadId ? await leadWith(missed, leadId, { isKnown: gathered.leadId !== null, text }) : []),
    ...(text ? staged(missed, facts, text) : []),
  ];
  return { recoveryId, state: row.state, reason: row.reason, leadId, writes };
}

type Judged = { facts: Facts; decision: Decision };

/**
 * Who is to be texted takes their place in the counters first, and is judged by where those stood then; only a text
 * does, because a whole workspace's calls would queue up behind the lock.
 */
async function judge({ tx, line, call, now }: Missed, seen: Facts): Promise<Judged> {
  const first = decide(seen);
  if (first.verdict !== "text" || !call.callerE164) return { facts: seen, decision: first };
  const place: Reservation = {
    tx,
    workspaceId: line.workspace.id,
    callerE164: call.callerE164,
    now,
    anchorAt: line.subscription.anchorAt,
    isNewCallerThisMonth: !seen.plan.callerAlreadyCounted,
    cents: seen.limits.textCents,
  };
  const facts = withUsage(seen, await reserveUsage(place));
  const decision = facts === seen ? first : decide(facts);
  if (decision.verdict !== "text") await releaseUsage(place);
  return { facts, decision };
}

function stateOf(decision: Decision): RecoveryState {
  const states = { text: "texting", skip: "skipped", hold: "held" } as const;
  return states[decision.verdict];
}

/** A second leg is no call of its own, and nothing that a blocked caller does touches their lead. */
const LEAVES_LEAD: readonly (Reason | null)[] = ["already_processed", "blocked"];

/** The caller's lead, made where this kind of call makes one; otherwise a known caller's call joins theirs. */
function leadFor({ call }: Missed, decision: Decision, known: string | null): string | null {
  if (!call.callerE164 || LEAVES_LEAD.includes(decision.reason)) return null;
  const makes = decision.reason === null || KEEPS_LEAD[decision.reason];
  return known ?? (makes ? randomUUID() : null);
}

type Opening = OutgoingText & { id: string };

/** The lead with this call and its text on it. Most callers are new: theirs is written with everything else. */
async function leadWith(
  { tx, line, call, now }: Missed,
  leadId: string,
  { isKnown, text }: { isKnown: boolean; text: Opening | null },
): Promise<Statement[]> {
  const { callerE164 } = call;
  if (!callerE164) return [];
  const workspaceId = line.workspace.id;
  const touch = { workspaceId, callerE164, source: "missed_call", now } as const;
  const missed = { id: call.id, at: call.startedAt, missed: true };
  if (!isKnown) return newLead({ ...touch, id: leadId, call: missed, text: text && straighten(text.body) });
  await upsertLead({ tx, ...touch, call: missed });
  return text ? [toldLead(text)] : [];
}

type Texting = {
  missed: Missed;
  facts: Facts;
  recoveryId: string;
  messageId: string;
  leadId: string;
  callerE164: string;
};

function opening({ missed, facts, recoveryId, messageId, leadId, callerE164 }: Texting): Opening {
  const { line, now, heldUntil } = missed;
  const ageFrom = heldUntil ?? facts.call.endedAt;
  return {
    workspaceId: line.workspace.id,
    id: messageId,
    leadId,
    numberId: line.number.id,
    recoveryId,
    purpose: "text_back",
    author: "automatic",
    from: line.number.e164,
    to: callerE164,
    body: openingFor(line, facts.caller.name),
    expiresAt: new Date(ageFrom.getTime() + TOO_LATE_MINUTES * 60_000),
    now,
  };
}

/** The text in the outbox, the slot it takes, and the ground it goes out on. */
function staged({ line, call, now }: Missed, facts: Facts, text: Opening): Statement[] {
  const { workspaceId, id: messageId, to: callerE164 } = text;
  return [
    ...queuedMessage(text),
    updateOf(callerSlots, { workspaceId, callerE164 }, { pendingMessageId: messageId }),
    insertOf(consentRecords, {
      workspaceId,
      callerE164,
      basis: call.noticeStartedAt
        ? "notice_played"
        : facts.conversation.lastExchangeAt
          ? "caller_texted_first"
          : "public_notice_attested",
      callId: call.id,
      messageId,
      noticeVersion: call.noticeStartedAt ? line.settings.noticeVersion : null,
      noticeWords: call.noticeStartedAt ? renderNotice(line.settings.notice, { business: line.workspace.name }) : null,
      createdAt: now,
    }),
  ];
}
