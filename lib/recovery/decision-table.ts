import { CHECKS, type Check, REASONS, type Reason } from "../../db/enums";
import { KEEPS_LEAD } from "./decide";
import { REASON_WORDS } from "./explain-reasons";

export type DecisionRow = {
  check: Check;
  reasons: Reason[];
  leadKept: boolean;
  /** The buttons' words, or "none". */
  remedy: string;
};

/** The decision as a table: one row for the reasons of a check that treat the lead alike and offer the same remedy. */
export const DECISION_TABLE: DecisionRow[] = CHECKS.flatMap((check) => {
  const rows: DecisionRow[] = [];
  for (const reason of REASONS) {
    if (REASON_WORDS[reason].check !== check) continue;
    const leadKept = KEEPS_LEAD[reason];
    const remedy = REASON_WORDS[reason].remedies.map(({ label }) => label).join(" / ") || "none";
    const alike = rows.find((row) => row.leadKept === leadKept && row.remedy === remedy);
    if (alike) alike.reasons.push(reason);
    else rows.push({ check, reasons: [reason], leadKept, remedy });
  }
  return rows;
});
