import type { Evidence, Violation } from "../history";
import { acknowledgedIsKept } from "./acknowledged-is-kept";
import { drained } from "./drained";
import { fromOwnNumber } from "./from-own-number";
import { know } from "./known";
import { neverBack } from "./never-back";
import { neverTooLate } from "./never-too-late";
import { oneOpeningPerWait } from "./one-opening-per-wait";
import { recoveredOnce } from "./recovered-once";
import { silentAfterStop } from "./silent-after-stop";
import { textedIsTaken } from "./texted-is-taken";
import { underTheCap } from "./under-the-cap";

/** Every invariant's check, I1 to I10. */
const CHECKS = [
  recoveredOnce,
  textedIsTaken,
  oneOpeningPerWait,
  silentAfterStop,
  acknowledgedIsKept,
  neverBack,
  fromOwnNumber,
  underTheCap,
  neverTooLate,
  drained,
] as const;

/** Every broken promise that the evidence shows; none when all ten hold. */
export function check(evidence: Evidence): Violation[] {
  const known = know(evidence);
  return CHECKS.flatMap((judge) => judge(known));
}
