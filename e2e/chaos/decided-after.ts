import type { Evidence } from "./history";

/** Seconds from each call's end on the network to the moment its row said missed. */
export function decidedAfter({ history, rows }: Evidence): number[] {
  const sidOf = new Map(rows.calls.map(({ id, sid }) => [id, sid]));
  const missedAt = new Map(
    rows.watched.flatMap(({ kind, id, state, at }) =>
      kind === "call" && state === "missed" ? [[sidOf.get(id), at]] : [],
    ),
  );
  return history.flatMap((one) => {
    const at = one.is === "call" ? missedAt.get(one.sid) : undefined;
    return one.is === "call" && typeof at === "number" ? [(at - one.endedAt) / 1000] : [];
  });
}
