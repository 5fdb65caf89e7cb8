import type { Violation } from "../history";
import { grouped, isAutomatic, type Known } from "./known";

/** What the product says a segment costs; the cap is in these cents. */
const CENTS_PER_SEGMENT = 2;

/** I8: what a workspace's automatic openings of one day (UTC, when they were decided) cost stays under its cap. */
export function underTheCap(known: Known): Violation[] {
  const openings = known.ledger.flatMap((request) => {
    const workspaceId = known.workspaceOf.get(request.from);
    if (request.sid === null || workspaceId === undefined || !isAutomatic(known, request)) return [];
    const message = request.messageId === null ? undefined : known.messages.get(request.messageId);
    const day = new Date(message?.createdAt ?? request.at).toISOString().slice(0, 10);
    return [{ key: `${workspaceId} ${day}`, cents: segmentsOf(request.body) * CENTS_PER_SEGMENT }];
  });
  const byDay = grouped(openings, ({ key }) => key);
  const caps = new Map(known.rows.workspaces.map(({ id, dailySpendCapCents }) => [id, dailySpendCapCents]));
  return [...byDay].flatMap(([key, texts]): Violation[] => {
    const [workspaceId = "", day = ""] = key.split(" ");
    const cap = caps.get(workspaceId) ?? 0;
    const spent = texts.reduce((sum, { cents }) => sum + cents, 0);
    if (spent <= cap) return [];
    return [{ invariant: "I8", what: `${spent} cents were spent under a cap of ${cap}`, evidence: [workspaceId, day] }];
  });
}

/** By the carrier's count, and not by the app's: the runs' texts have no characters that weigh two. */
function segmentsOf(body: string): number {
  const [alone, together] = /^[\x20-\x7e\n]*$/.test(body) ? [160, 153] : [70, 67];
  return body.length <= alone ? 1 : Math.ceil(body.length / together);
}
