import type { Violation } from "../history";
import type { Call, Known } from "./known";

/**
 * I1: every final missed call has exactly one recovery, and a call that was not missed none. What was missed is for the
 * network to say; a call that it knows nothing of, or otherwise, is no call at all.
 */
export function recoveredOnce(known: Known): Violation[] {
  const miscounted = [...known.placed.keys()].flatMap((sid) => judge(known, sid));
  const orphans = known.rows.recoveries.filter(({ callId }) => !known.calls.has(callId));
  return [
    ...miscounted,
    ...known.rows.calls.flatMap((call) => judgeRow(known, call)),
    ...orphans.map(({ id, callId }) => ({
      invariant: "I1" as const,
      what: "A recovery belongs to no call",
      evidence: [id, callId],
    })),
  ];
}

function judge({ placed, callsBySid, recoveriesOfCall }: Known, sid: string): Violation[] {
  const recoveries = (callsBySid.get(sid) ?? []).flatMap(({ id }) => recoveriesOfCall.get(id) ?? []);
  const expected = placed.get(sid)?.outcome === "answered" ? 0 : 1;
  if (recoveries.length === expected) return [];
  const evidence = [sid, ...recoveries.map(({ id }) => id)];
  if (expected === 0) return [{ invariant: "I1", what: "A call that was not missed has a recovery", evidence }];
  const count = recoveries.length === 0 ? "no recovery" : `${recoveries.length} recoveries`;
  return [{ invariant: "I1", what: `A missed call has ${count}`, evidence }];
}

function judgeRow({ placed }: Known, { id, sid, workspaceId, callerE164 }: Call): Violation[] {
  const call = placed.get(sid);
  if (!call) return [{ invariant: "I1", what: "A call was never placed", evidence: [sid, id] }];
  if (call.workspaceId === workspaceId && call.from === callerE164) return [];
  const evidence = [sid, id, workspaceId, callerE164 ?? ""];
  return [{ invariant: "I1", what: "A call stands in another workspace, or under another caller", evidence }];
}
