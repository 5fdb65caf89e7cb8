import { and, eq, type SQL, sql } from "drizzle-orm";
import { calls, recoveries } from "@/db/schema/calls";
import { leadEvents, leads, messages } from "@/db/schema/leads";
import { users } from "@/db/schema/people";
import { ringPhones } from "@/db/schema/phone";
import type { Tx } from "@/db/tenant";
import type { CallToTell } from "./explain-call";
import type { Answer, Told } from "./explain-result";
import { readStoredFacts, type StoredFacts } from "./stored-facts";

/** A call with all that its row in the list says. */
export type CallRow = CallToTell & {
  id: string;
  startedAt: Date;
  callerE164: string | null;
  leadId: string | null;
  name: string | null;
  /** Which call of this caller's it was on that day. */
  callOfDay: number;
  calledBefore: boolean;
  told: Told;
};

export type Telling = { timeZone: string; now: Date };

function callColumns(timeZone: string) {
  return {
    id: calls.id,
    startedAt: calls.startedAt,
    endedAt: calls.endedAt,
    state: calls.state,
    callerE164: calls.callerE164,
    rangSeconds: calls.rangSeconds,
    talkSeconds: calls.talkSeconds,
    callerHungUp: calls.callerHungUp,
    notRung: calls.notRung,
    secondLegOf: calls.secondLegOf,
    leadId: leads.id,
    name: leads.name,
    answeredBy: sql<string | null>`(select p.label from ${ringPhones} p
      where p.workspace_id = ${calls.workspaceId} and p.id = ${calls.acceptedBy})`,
    recoveryState: recoveries.state,
    reason: recoveries.reason,
    facts: recoveries.facts,
    heldUntil: recoveries.heldUntil,
    textedAt: recoveries.textedAt,
    textedBy: sql<string | null>`(select u.name from ${users} u where u.id = ${recoveries.decidedBy})`,
    text: { status: messages.status, errorCode: messages.errorCode },
    errorCode: recoveries.errorCode,
    answer: sql<Answer>`case
      when exists (select 1 from ${leadEvents} b where b.workspace_id = ${calls.workspaceId} and b.lead_id = ${recoveries.leadId}
        and b.at >= ${calls.startedAt} and b.to_stage = 'booked') then 'booked'
      when exists (select 1 from ${messages} r where r.workspace_id = ${calls.workspaceId} and r.lead_id = ${recoveries.leadId}
        and r.author = 'caller' and r.created_at >= ${calls.startedAt}) then 'replied'
      else 'no_reply' end`,
    earlierToday: sql<number>`(select count(*)::int from (select 1 from ${calls} e
      where e.workspace_id = ${calls.workspaceId} and e.caller_e164 = ${calls.callerE164}
      and e.started_at < ${calls.startedAt} and e.started_at >= ${startOfDay(timeZone)} limit 20) e)`,
    calledBefore: sql<boolean>`exists (select 1 from ${calls} e where e.workspace_id = ${calls.workspaceId}
      and e.caller_e164 = ${calls.callerE164} and e.started_at < ${calls.startedAt})`,
  };
}

function startOfDay(timeZone: string): SQL {
  return sql`(date_trunc('day', ${calls.startedAt} at time zone ${timeZone}) at time zone ${timeZone})`;
}

/** A call with its caller's lead, its recovery and the text: what every read of calls starts from. */
export function selectCalls(tx: Tx, timeZone: string) {
  return tx
    .select(callColumns(timeZone))
    .from(calls)
    .leftJoin(recoveries, and(eq(recoveries.workspaceId, calls.workspaceId), eq(recoveries.callId, calls.id)))
    .leftJoin(messages, and(eq(messages.workspaceId, recoveries.workspaceId), eq(messages.id, recoveries.messageId)))
    .leftJoin(leads, and(eq(leads.workspaceId, calls.workspaceId), eq(leads.callerE164, calls.callerE164)))
    .$dynamic();
}

type Selected = Awaited<ReturnType<typeof selectCalls>>[number];

export function toCallRow(row: Selected, { timeZone, now }: Telling): CallRow {
  const {
    id,
    startedAt,
    callerE164,
    leadId,
    name,
    state,
    rangSeconds,
    talkSeconds,
    callerHungUp,
    notRung,
    answeredBy,
  } = row;
  return {
    id,
    startedAt,
    callerE164,
    leadId,
    name,
    state,
    rangSeconds,
    talkSeconds,
    callerHungUp,
    notRung,
    answeredBy,
    callOfDay: row.earlierToday + 1,
    calledBefore: row.calledBefore,
    told: {
      facts: row.recoveryState ? readStoredFacts(row.facts) : factsOfCall(row),
      heldUntil: row.heldUntil,
      firstCallId: row.secondLegOf,
      timeZone,
      now,
      callState: state,
      state: row.recoveryState,
      reason: row.reason,
      text: row.text ?? (row.errorCode === null ? null : { status: "failed", errorCode: row.errorCode }),
      textedAt: row.textedAt,
      textedBy: row.textedBy,
      answer: row.answer,
    },
  };
}

/** A call that nobody missed was never decided: what the words need is in the call itself. */
function factsOfCall(row: Selected): StoredFacts {
  if (row.state !== "answered") return readStoredFacts(null);
  const call: StoredFacts["call"] = {
    outcome: "answered",
    startedAt: row.startedAt,
    endedAt: row.endedAt ?? row.startedAt,
    rangSeconds: row.rangSeconds,
    notRung: null,
    answeredBy: row.answeredBy,
    secondLeg: row.secondLegOf !== null,
    declinedByVoice: false,
    textVoicemailCalls: false,
  };
  return { ...readStoredFacts(null), call };
}
