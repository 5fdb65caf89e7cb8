import { sql } from "drizzle-orm";
import { lookUp } from "@/db/tenant";
import { log } from "@/lib/log";
import { type Instruments, instruments } from "./instruments";

/**
 * Rows are read this long after their time: a transaction that began earlier may commit later, and what has been counted
 * up to a moment is never looked at again.
 */
const SETTLED_AFTER = "15 seconds";
/** After a longer pause of the scraper only this much is made up for, so that one scrape never reads a whole day. */
const AT_MOST = "10 minutes";

const kept = globalThis as typeof globalThis & { ringbackMetricsReadUntil?: string; ringbackScrape?: Promise<string> };

/** The metrics in Prometheus' text format. Scrapes that come together share one reading. */
export function readMetrics(): Promise<{ contentType: string; text: string }> {
  const { registry } = instruments();
  kept.ringbackScrape ??= scrape().finally(() => {
    kept.ringbackScrape = undefined;
  });
  return kept.ringbackScrape.then((text) => ({ contentType: registry.contentType, text }));
}

async function scrape(): Promise<string> {
  const made = instruments();
  try {
    await Promise.all([readCounters(made), readOutbox(made), readWorkers(made)]);
    made.databaseUp.set(1);
  } catch (error) {
    log.error("metrics.unread", error);
    made.databaseUp.set(0);
  }
  return made.registry.metrics();
}

type Counted = {
  metric: "decisions" | "texts" | "miss_to_request";
  label: string | null;
  value: number;
  amount: string;
};

/** Worker processes have no address of their own: what they do is counted from their rows, by each web process alike. */
async function readCounters({ decisions, texts, missToRequest }: Instruments): Promise<void> {
  const since = kept.ringbackMetricsReadUntil ?? null;
  const [range] = await lookUp<{ since: string; until: string }>(sql`
    select greatest(coalesce(${since}::timestamptz, until), until - ${AT_MOST}::interval)::text as since, until::text
    from (select app_now() - ${SETTLED_AFTER}::interval as until) u`);
  if (!range) throw new Error("The database did not tell the time");
  const rows = await lookUp<Counted>(
    sql`select * from metrics_between(${range.since}::timestamptz, ${range.until}::timestamptz)`,
  );
  kept.ringbackMetricsReadUntil = range.until;
  for (const { metric, label, value, amount } of rows) {
    const many = Number(amount);
    if (metric === "decisions") decisions.inc({ reason: label ?? "none" }, many);
    else if (metric === "texts") texts.inc({ status: label ?? "none" }, many);
    else for (let one = 0; one < many; one += 1) missToRequest.observe(Math.max(0, value));
  }
}

async function readOutbox({ outboxWaiting, outboxOldest, unconfirmed }: Instruments): Promise<void> {
  const [row] = await lookUp<{ waiting: number; oldest: string | null; unconfirmed: number }>(sql`
    select waiting, extract(epoch from app_now() - oldest_due_at) as oldest, unconfirmed from outbox_state()`);
  outboxWaiting.set(row?.waiting ?? 0);
  outboxOldest.set(Math.max(0, Number(row?.oldest ?? 0)));
  unconfirmed.set(row?.unconfirmed ?? 0);
}

async function readWorkers({ workers, heartbeat }: Instruments): Promise<void> {
  const [row] = await lookUp<{ live: number; age: string | null }>(sql`
    select (count(*) filter (where seen_at > statement_timestamp() - interval '30 seconds'))::int as live,
      extract(epoch from statement_timestamp() - max(seen_at)) as age from worker_heartbeats`);
  workers.set(row?.live ?? 0);
  heartbeat.set(row?.age == null ? -1 : Math.max(0, Number(row.age)));
}
