import type { CarrierRequest, Moment } from "../history";
import type { Known } from "./known";

/**
 * The ledger notes a request's arrival. Between the last check and that note lie an answer of the database, a socket and
 * two event loops that share busy cores.
 */
export const ON_ITS_WAY_MS = 1_000;
/** How old the last check may be when the request is written. */
const CHECK_COUNTS_MS = 5_000;
/** The rows keep milliseconds, rounded. */
const ROUNDING_MS = 1;

/**
 * Whether a request that has arrived may have begun, with its last check passed, by a moment. What was frozen between the
 * check and the socket arrives later, as long as the check counts: granted only where the history has such a freeze and
 * the row says that the check came before.
 */
export function mayHaveBegun(known: Known, request: CarrierRequest, by: Moment): boolean {
  const { messageId, at } = request;
  const isFirst = messageId !== null && known.requests.get(messageId)?.[0] === request;
  const checkedAt = isFirst ? (known.messages.get(messageId)?.requestedAt ?? null) : null;
  if (checkedAt !== null && checkedAt > by + ROUNDING_MS) return false;
  if (at <= by + ON_ITS_WAY_MS) return true;
  if (checkedAt === null || at > checkedAt + CHECK_COUNTS_MS + ON_ITS_WAY_MS) return false;
  return known.freezes.some(({ from, until }) => checkedAt <= until && from <= at && at <= until + ON_ITS_WAY_MS);
}
