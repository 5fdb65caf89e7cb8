import type { Outcome } from "@/db/enums";
import { lockSlot } from "@/lib/leads/caller-slot";
import { findLeadOf, upsertLead } from "@/lib/leads/upsert-lead";
import type { CallProgress, DialStatus } from "@/lib/twilio/call-words";
import { type Classified, classifyCall, type Witness } from "../classify-call";
import type { Call } from "../gather-facts";
import { recoverMissedCall } from "../recover-missed-call";
import { correctRinging } from "./ring-cost";
import type { Settled, Step } from "./step";

/** How long the number's status callback waits for the notice's action, which may carry the 9. */
const WAIT_FOR_NOTICE_SECONDS = 3;

export type Testimony = Pick<Step, "tx" | "line" | "call" | "now"> & {
  witness: Witness;
  waited?: boolean;
  /** When the call ended, where the witness knows better than `now`. */
  endedAt?: Date;
};

/** What a call has become by what its row says. */
export function classify({ call, line, witness, waited = false }: Testimony): Classified {
  return classifyCall({
    witness,
    route: call.route,
    leg: call.leg as CallProgress,
    dial: call.dialStatus === null ? null : { status: call.dialStatus as DialStatus, bridged: call.dialBridged },
    accepted: call.acceptedAt !== null,
    screening: line.number.screening,
    machineAnswered: call.machineAnswered,
    notice: call.notice,
    waited,
  });
}

/**
 * Ends the call if what is known ends it, and then decides about it. Every witness of a missed call comes through here,
 * in any order and any number of times; the first that suffices counts. Gives the call back as it is to be saved.
 */
export async function settleCall(testimony: Testimony): Promise<Settled> {
  const { tx, line, call, now } = testimony;
  const classified = classify(testimony);
  if (call.endedAt || classified.is === "open") return { call };
  const endedAt = testimony.endedAt ?? call.hungUpAt ?? now;
  if (classified.is === "waiting") {
    const decideAt = new Date(now.getTime() + WAIT_FOR_NOTICE_SECONDS * 1000);
    return { call: { ...call, hungUpAt: endedAt, decideAt } };
  }
  const { outcome } = classified;
  const ended: Call = {
    ...call,
    state: outcome,
    endedAt,
    decideAt: null,
    ...spans(call, outcome, endedAt),
  };
  await correctRinging(tx, line, ended);
  if (outcome === "failed") return { call: ended };
  if (outcome === "answered") {
    const joined = await joinKnownLead({ ...testimony, call: ended });
    return { call: { ...ended, leadId: joined ?? call.leadId } };
  }
  const { leadId, writes } = await recoverMissedCall({ tx, line, call: ended, outcome, now });
  return { call: { ...ended, leadId: leadId ?? call.leadId }, writes };
}

function spans(call: Call, outcome: Outcome, endedAt: Date): Partial<Call> {
  const seconds = (from: Date, to: Date) => Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000));
  if (outcome === "answered") {
    const answeredAt = call.acceptedAt ?? call.startedAt;
    return { rangSeconds: seconds(call.startedAt, answeredAt), talkSeconds: seconds(answeredAt, endedAt) };
  }
  if (call.route !== "ring") return {};
  return { rangSeconds: seconds(call.startedAt, call.noticeStartedAt ?? endedAt) };
}

/** An answered call from a known caller joins the lead's history; it makes no lead by itself. */
async function joinKnownLead({ tx, call, now }: Testimony): Promise<string | null> {
  const { workspaceId, callerE164 } = call;
  if (!callerE164) return null;
  await lockSlot(tx, workspaceId, callerE164);
  if (!(await findLeadOf(tx, workspaceId, callerE164))) return null;
  const joined = { id: call.id, at: call.startedAt, missed: false };
  return upsertLead({ tx, workspaceId, callerE164, source: "missed_call", call: joined, now });
}
