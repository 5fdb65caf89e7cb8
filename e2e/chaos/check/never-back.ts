import type { Violation } from "../history";
import type { Known } from "./known";
import { CALL_RANK, LAST, MESSAGE_RANK } from "./ranks";

/** I6: the states of calls and messages never go back. Their rows at the end are what was seen last. */
export function neverBack({ rows }: Known): Violation[] {
  const atTheEnd = [
    ...rows.calls.map(({ id, state }) => ({ kind: "call" as const, id, state })),
    ...rows.messages.map(({ id, status }) => ({ kind: "message" as const, id, state: status })),
  ];
  const seen = new Map<string, string>();
  return [...rows.watched, ...atTheEnd].flatMap(({ kind, id, state }): Violation[] => {
    const before = seen.get(id);
    seen.set(id, state);
    const ranks = kind === "call" ? CALL_RANK : MESSAGE_RANK;
    const rank = ranks[state];
    if (rank === undefined) return [{ invariant: "I6", what: `A ${kind} is "${state}"`, evidence: [id] }];
    if (before === undefined || before === state) return [];
    const rankBefore = ranks[before] ?? 0;
    if (rank >= rankBefore && rankBefore !== LAST) return [];
    return [{ invariant: "I6", what: `A ${kind} went from "${before}" to "${state}"`, evidence: [id] }];
  });
}
