import { sql } from "drizzle-orm";
import { REASONS, type Reason } from "@/db/enums";
import { type Tx, withWorkspace } from "@/db/tenant";
import { missedCalls } from "./missed-callers";
import type { Month } from "./month";

/**
 * The numbers of Home, each of different callers and each defined here alone. All of them follow the callers who were
 * missed in the period, whenever the reply or the booking came.
 */
export type MonthNumbers = {
  /** Callers with a missed call in the period (see `missedCalls`). */
  missed: number;
  /** Of these, callers whose text the carrier took. */
  texted: number;
  /** Of the texted, callers who wrote something other than an opt-out after the text went out. */
  replied: number;
  /** Of the missed, callers whose lead was moved to Booked after the call. Coming back later unbooks nobody. */
  booked: number;
  /** The amounts people entered for these bookings, each caller's latest; nothing is estimated. */
  bookedCents: number;
  /** Bookings that have an amount: what an average is taken of. */
  bookedWithAmount: number;
  /** Missed and not texted, by the reason of each caller's last call, commonest first. */
  notTexted: { why: NotTextedWhy; callers: number }[];
};

export type NotTextedWhy = Reason | "failed" | "texting" | "unconfirmed";

export function monthNumbers(workspaceId: string, month: Pick<Month, "from" | "to">): Promise<MonthNumbers> {
  return withWorkspace(workspaceId, async (tx) => {
    const [row] = await tx.execute<Record<string, string | number>>(sql`
      with missed as (${missedCalls(workspaceId, month)}),
      callers as (
        select caller, min(call_started_at) as first_at, (array_agg(lead_id) filter (where lead_id is not null))[1] as lead_id,
          bool_or(state = 'texted') as texted, min(texted_at) filter (where state = 'texted') as texted_at
        from missed group by caller
      )
      select count(*)::int as missed,
        count(*) filter (where c.texted)::int as texted,
        count(*) filter (where c.texted and exists (
          select 1 from messages m where m.workspace_id = ${workspaceId} and m.lead_id = c.lead_id and m.author = 'caller'
            and m.created_at >= coalesce(c.texted_at, c.first_at)
            and not exists (select 1 from lead_events o where o.workspace_id = ${workspaceId} and o.lead_id = c.lead_id
              and o.kind = 'opted_out' and o.at between m.created_at and m.created_at + interval '1 second')))::int as replied,
        count(b.at)::int as booked,
        coalesce(sum(b.cents), 0)::bigint as "bookedCents",
        count(b.cents)::int as "bookedWithAmount"
      from callers c
      left join lateral (
        select e.at, coalesce(e.amount_cents, l.value_cents) as cents
        from lead_events e join leads l on l.workspace_id = e.workspace_id and l.id = e.lead_id
        where e.workspace_id = ${workspaceId} and e.lead_id = c.lead_id and e.to_stage = 'booked' and e.at >= c.first_at
        order by e.at desc limit 1
      ) b on true`);
    const number = (name: string) => Number(row?.[name] ?? 0);
    return {
      missed: number("missed"),
      texted: number("texted"),
      replied: number("replied"),
      booked: number("booked"),
      bookedCents: number("bookedCents"),
      bookedWithAmount: number("bookedWithAmount"),
      notTexted: await countNotTexted(tx, workspaceId, month),
    };
  });
}

async function countNotTexted(
  tx: Tx,
  workspaceId: string,
  month: Pick<Month, "from" | "to">,
): Promise<MonthNumbers["notTexted"]> {
  const rows = await tx.execute<{ why: string; callers: number }>(sql`
    with missed as (${missedCalls(workspaceId, month)}),
    callers as (
      select caller, bool_or(state = 'texted') as texted,
        (array_agg(case when state in ('skipped', 'held') then coalesce(reason, state) else state end
          order by call_started_at desc))[1] as why
      from missed group by caller
    )
    select why, count(*)::int as callers from callers where not texted group by why order by 2 desc, 1`);
  return rows.flatMap(({ why, callers }) => (isWhy(why) ? [{ why, callers }] : []));
}

function isWhy(word: string): word is NotTextedWhy {
  return (REASONS as readonly string[]).includes(word) || ["failed", "texting", "unconfirmed"].includes(word);
}
