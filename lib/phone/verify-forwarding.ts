import { and, eq, isNotNull, isNull, lt, ne, or, type SQL, sql } from "drizzle-orm";
import { numbers } from "@/db/schema/phone";
import type { Tx } from "@/db/tenant";
import { parsePhone } from "./e164";

export const FORWARDING_TEST_MINUTES = 5;
const HOUR = 3_600_000;

export type ArrivingCall = {
  tx: Tx;
  number: typeof numbers.$inferSelect;
  callId: string;
  from: string;
  forwardedFrom: string | null;
  now: Date;
};

/**
 * What an arriving call says about forwarding: a ForwardedFrom of the business line proves it; any other call while the
 * owner's test call is awaited has merely been seen. Called for every new call, before its row is written.
 */
export async function recordForwardedCall(call: ArrivingCall): Promise<"proved" | "seen" | "nothing"> {
  const { number, callId, forwardedFrom, now } = call;
  if (number.mode !== "forwarding" || isFresh(number, now)) return "nothing";
  const line = forwardedFrom === null ? null : parsePhone(forwardedFrom);
  if (line?.ok) {
    const proof = { forwarding: "verified", forwardingTestUntil: null, lastForwardedAt: now } as const;
    const proved = await update(
      call,
      { ...proof, forwardingProvedAt: now, forwardingCallId: callId, forwardingAttestedBy: null },
      eq(numbers.businessLineE164, line.e164),
      // Once an hour is fresh enough: a busy line's calls shall not queue up for one row.
      or(ne(numbers.forwarding, "verified"), isNotNull(numbers.forwardingTestUntil), notLately(now)),
    );
    if (proved) return "proved";
  }
  const awaited = sql`${numbers.forwardingTestUntil} > ${now.toISOString()}::timestamptz`;
  const seen = await update(
    call,
    { forwarding: "seen", forwardingCallId: callId },
    eq(numbers.forwarding, "waiting"),
    awaited,
  );
  if (seen) return "seen";
  if (forwardedFrom !== null) return "nothing";
  // A line that was attested sends no ForwardedFrom: its calls are all the sign of life there will be.
  await update(
    call,
    { lastForwardedAt: now, forwardingTestUntil: null },
    eq(numbers.forwarding, "verified"),
    isNotNull(numbers.forwardingAttestedBy),
    or(isNotNull(numbers.forwardingTestUntil), notLately(now)),
  );
  return "nothing";
}

/** Nothing a call could say would be news. */
function isFresh({ forwarding, forwardingTestUntil, lastForwardedAt }: ArrivingCall["number"], now: Date): boolean {
  const lately = lastForwardedAt !== null && now.getTime() - lastForwardedAt.getTime() <= HOUR;
  return forwarding === "verified" && forwardingTestUntil === null && lately;
}

function notLately(now: Date): SQL | undefined {
  return or(isNull(numbers.lastForwardedAt), lt(numbers.lastForwardedAt, new Date(now.getTime() - HOUR)));
}

async function update(
  { tx, number, from }: ArrivingCall,
  set: Partial<typeof numbers.$inferInsert>,
  ...conditions: (SQL | undefined)[]
): Promise<boolean> {
  const rows = await tx
    .update(numbers)
    .set(set)
    .where(
      and(
        eq(numbers.workspaceId, number.workspaceId),
        eq(numbers.id, number.id),
        eq(numbers.mode, "forwarding"),
        // A call from the number to itself is our own, coming back.
        ne(numbers.e164, from),
        ...conditions,
      ),
    )
    .returning({ id: numbers.id });
  return rows.length > 0;
}
