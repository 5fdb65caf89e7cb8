import { run, type Tx } from "@/db/tenant";

type Day = { tx: Tx; workspaceId: string; now: Date };

/**
 * Takes the place of a text that a person sends: its cost out of the day's spending, and one of the day's texts. Both are
 * locked until the transaction ends. False when the cost would pass the cap; nothing is taken then.
 */
export async function reservePersonText(text: Day & { cents: number; capCents: number }): Promise<boolean> {
  const { tx, workspaceId, now, cents, capCents } = text;
  const rows = await run(tx, RESERVE, [workspaceId, dayStart(now), cents, capCents]);
  return rows.length > 0;
}

// Spending first, as everywhere: counters are locked in the order of COUNTERS.
const RESERVE = `
  with spent as (
    insert into usage_counters as u (workspace_id, counter, window_start, amount)
    select $1, 'spend_cents_day', $2::timestamptz, $3::integer where $3::integer <= $4::integer
    on conflict (workspace_id, counter, window_start) do update set amount = u.amount + excluded.amount
      where u.amount + excluded.amount <= $4::integer
    returning workspace_id
  )
  insert into usage_counters as u (workspace_id, counter, window_start, amount)
  select workspace_id, 'replies_day', $2::timestamptz, 1 from spent
  on conflict (workspace_id, counter, window_start) do update set amount = u.amount + 1
  returning amount`;

/** Gives it back, once it is certain that the text was not sent. `now` is when it was queued. */
export async function releasePersonText({ tx, workspaceId, now, cents }: Day & { cents: number }): Promise<void> {
  await run(tx, RELEASE, [workspaceId, dayStart(now), "spend_cents_day", cents]);
  await run(tx, RELEASE, [workspaceId, dayStart(now), "replies_day", 1]);
}

const RELEASE = `
  update usage_counters set amount = greatest(amount - $4::integer, 0)
  where workspace_id = $1 and counter = $3 and window_start = $2::timestamptz`;

/** Midnight UTC, where the day's windows begin. */
export function dayStart(now: Date): string {
  return `${now.toISOString().slice(0, 10)}T00:00:00.000Z`;
}
