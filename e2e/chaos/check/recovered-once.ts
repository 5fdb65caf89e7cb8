import type { Violation } from "../history";
import type { Known } from "./known";

/** I1: every final missed call has exactly one recovery, and a call that was not missed none. */
export function recoveredOnce(known: Known): Violation[] {
  const sids = new Set([...known.placed.keys(), ...known.callsBySid.keys()]);
  const miscounted = [...sids].flatMap((sid) => judge(known, sid));
  const orphans = known.rows.recoveries.filter(({ callId }) => !known.calls.has(callId));
  return [
    ...miscounted,
    ...orphans.map(({ id, callId }) => ({
      invariant: "I1" as const,
      what: "A recovery belongs to no call",
      evidence: [id, callId],
    })),
  ];
}

function judge({ placed, callsBySid, recoveriesOfCall }: Known, sid: string): Violation[] {
  const rows = callsBySid.get(sid) ?? [];
  const recoveries = rows.flatMap(({ id }) => recoveriesOfCall.get(id) ?? []);
  const call = placed.get(sid);
  const due = rows.some(({ state }) => state === "voicemail" || state === "voice_ai" || (!call && state === "missed"));
  const expected = due || call?.outcome === "missed" ? 1 : 0;
  if (recoveries.length === expected) return [];
  const evidence = [sid, ...recoveries.map(({ id }) => id)];
  if (expected === 0) return [{ invariant: "I1", what: "A call that was not missed has a recovery", evidence }];
  const count = recoveries.length === 0 ? "no recovery" : `${recoveries.length} recoveries`;
  return [{ invariant: "I1", what: `A missed call has ${count}`, evidence }];
}
