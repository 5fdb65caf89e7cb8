import { run, type Tx } from "@/db/tenant";
import { dayStart } from "@/lib/billing/person-texts";
import { minuteMills } from "@/lib/phone/costs";
import type { Call } from "../gather-facts";
import { type Line, ringable } from "../line";

type Ringing = { tx: Tx; line: Line; at: Date };

/**
 * Takes out of the day's ceiling what ringing the line's phones may cost: a minute of each, because a voicemail can pick
 * up every one of them. Says how much, in tenths of a cent; null when that would pass the ceiling, and then they do not
 * ring. The day's row stays locked until the transaction ends, and comes before the caller's slot everywhere.
 */
export async function reserveRinging({ tx, line, at }: Ringing): Promise<number | null> {
  const mills = ringable(line).reduce((sum, { e164 }) => sum + minuteMills(e164), 0);
  const ceiling = Math.min(line.ceilings.dailyRingCents * 10, 2_000_000_000);
  const rows = await run(tx, RESERVE, [line.workspace.id, dayStart(at), mills, ceiling]);
  return rows.length > 0 ? mills : null;
}

const RESERVE = `
  insert into usage_counters as u (workspace_id, counter, window_start, amount)
  select $1, 'ring_mills_day', $2::timestamptz, $3::integer where $3::integer <= $4::integer
  on conflict (workspace_id, counter, window_start) do update set amount = u.amount + excluded.amount
    where u.amount + excluded.amount <= $4::integer
  returning amount`;

/** What a call that is over did cost, in place of what was reserved: every leg that was picked up, and the talk. */
export async function correctRinging(tx: Tx, line: Line, call: Call): Promise<void> {
  if (call.ringMills === null) return;
  const rates = Object.fromEntries(line.phones.map(({ id, e164 }) => [id, minuteMills(e164)]));
  const talkMinutes = Math.max(1, Math.ceil((call.talkSeconds ?? 0) / 60));
  const talked = call.acceptedBy ? (rates[call.acceptedBy] ?? 0) * talkMinutes : 0;
  await run(tx, CORRECT, [
    call.workspaceId,
    dayStart(call.startedAt),
    call.id,
    talked - call.ringMills,
    JSON.stringify(rates),
  ]);
}

// A leg that went on to be talked on is in the talk already.
const CORRECT = `
  update usage_counters u set amount = greatest(0, u.amount + $4::integer + (
    select coalesce(sum(($5::jsonb ->> l.phone_id::text)::integer), 0)::integer from call_legs l
    where l.workspace_id = $1 and l.call_id = $3 and l.state in ('in_progress', 'completed') and l.accepted_at is null))
  where u.workspace_id = $1 and u.counter = 'ring_mills_day' and u.window_start = $2::timestamptz`;
