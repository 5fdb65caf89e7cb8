import { sql } from "drizzle-orm";
import { messages } from "@/db/schema/leads";
import { lookUp, withWorkspace } from "@/db/tenant";
import { type CarrierMessage, listMessages } from "@/lib/twilio/messages";
import { fromProvider } from "./delivery";
import { recordOwnDelivery } from "./record-delivery";
import { type Claim, giveUp, type Message, mine, putBack } from "./take-message";

/** How long the carrier's list may lag behind what it has accepted. */
export const SETTLE_SECONDS = 30;
const LIST_RETRY_SECONDS = 5;
/** The carrier's clock and the database's need not agree to the second. */
const CLOCK_MARGIN_MS = 120_000;
const MOST_REQUESTS = 2;

/**
 * A request was made and nobody knows what became of it: a worker died, or the carrier did not answer. Looks for proof
 * and never simply sends again; without proof, one more request, and after that a person decides.
 */
export async function settleMessage(claim: Claim, message: Message): Promise<void> {
  const { unknownSince, firstRequestedAt, claimedAt } = message;
  if (!unknownSince) return;
  const wait = SETTLE_SECONDS * 1000 - (claimedAt.getTime() - unknownSince.getTime());
  if (wait > 0) return postpone(claim, wait / 1000);
  const found = await findProof(message, claimedAt.getTime() - (firstRequestedAt ?? unknownSince).getTime());
  if (found === "unreadable") return postpone(claim, LIST_RETRY_SECONDS);
  // Another text with the same words may have adopted it since: then it proves nothing, and the next look tells.
  if (found)
    return (await adopt(message, { ...found, byWords: true })) ? undefined : postpone(claim, LIST_RETRY_SECONDS);
  const expired = message.expiresAt !== null && message.expiresAt <= claimedAt;
  if (message.requests >= MOST_REQUESTS || expired) return giveUp(claim, { state: "unconfirmed" });
  await putBack(claim, { seconds: 0 });
}

type Taken = Pick<CarrierMessage, "sid" | "status" | "errorCode"> & { byWords: boolean };

/** The carrier has taken the text, whatever word it has for that. False when another text has taken that one for its own. */
export async function adopt(message: Message, taken: Taken): Promise<boolean> {
  const { sid, errorCode, byWords } = taken;
  const status = fromProvider(taken.status) ? taken.status : "accepted";
  const { outcome } = await recordOwnDelivery(message.workspaceId, {
    messageId: message.id,
    sid,
    status,
    errorCode,
    byWords,
  });
  return outcome !== "taken";
}

/** The same words between the same numbers since the first request, and no other row's. */
async function findProof(message: Message, ageMs: number): Promise<CarrierMessage | "unreadable" | null> {
  // The carrier's list goes by real time, which the offset of a demo's clock must not move.
  const [clock] = await lookUp<{ ms: string }>(
    sql`select (extract(epoch from clock_timestamp()) * 1000)::bigint as ms`,
  );
  const since = new Date(Number(clock?.ms) - ageMs - CLOCK_MARGIN_MS);
  const answer = await listMessages({ from: message.fromE164, to: message.toE164, since });
  if (!answer.ok) return "unreadable";
  // Trial accounts put a sentence of Twilio's own before the words.
  const same = answer.messages.filter((one) => one.direction === "outbound" && one.body.endsWith(message.body));
  if (same.length === 0) return null;
  const sids = sql.join(
    same.map(({ sid }) => sql`${sid}`),
    sql`, `,
  );
  const known = await lookUp<{ provider_sid: string }>(sql`select * from known_message_sids(array[${sids}])`);
  const taken = new Set(known.map((row) => row.provider_sid));
  return same.reverse().find(({ sid }) => !taken.has(sid)) ?? null;
}

async function postpone(claim: Claim, seconds: number): Promise<void> {
  await withWorkspace(claim.workspaceId, (tx) =>
    tx
      .update(messages)
      .set({ leaseUntil: null, dueAt: sql`app_now() + ${seconds} * interval '1 second'` })
      .where(mine(claim)),
  );
}
