import type { Violation } from "../history";
import { grouped, isAutomatic, type Known } from "./known";

/** I3: at most one automatic opening per workspace, caller and wait, by the time the carrier took it. */
export function oneOpeningPerWait(known: Known): Violation[] {
  const waits = new Map(known.rows.workspaces.map(({ id, coolDownMinutes }) => [id, coolDownMinutes * 60_000]));
  const openings = known.ledger.filter((request) => request.sid !== null && isAutomatic(known, request));
  const toCaller = grouped(openings, ({ from, to }) => {
    const workspaceId = known.workspaceOf.get(from);
    return workspaceId === undefined ? null : `${workspaceId} ${to}`;
  });
  return [...toCaller].flatMap(([key, texts]) => {
    const [workspaceId = "", to = ""] = key.split(" ");
    const wait = waits.get(workspaceId) ?? 0;
    const inOrder = texts.sort((one, other) => one.at - other.at);
    return inOrder.flatMap((text, place): Violation[] => {
      const before = inOrder[place - 1];
      if (!before || text.at - before.at >= wait) return [];
      const what = `${text.at - before.at} ms lie between two openings, where ${wait} should`;
      return [{ invariant: "I3", what, evidence: [workspaceId, to, before.sid ?? "", text.sid ?? ""] }];
    });
  });
}
