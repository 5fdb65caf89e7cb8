import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import path from "node:path";
import { sql } from "drizzle-orm";
import type { HealthPart } from "@/db/enums";
import { healthParts } from "@/db/schema/installation";
import { asSystem, lookUp } from "@/db/tenant";
import { mailIsConfigured } from "@/lib/email/mail-configured";
import { env } from "@/lib/env";
import { VERSION } from "@/lib/version";
import type { HealthFacts, Noted } from "./health-facts";
import { migrationsUpToDate } from "./schema-level";

/** Gathers what the health of the installation is judged by. Asks the database and this machine, never the network. */
export async function readHealth(timeZone: string): Promise<HealthFacts> {
  const database = await timeDatabase();
  const [basics, queue, worker, noted, current, disk] = await Promise.all([
    readBasics(),
    readQueue(),
    readWorker(),
    readNoted(),
    migrationsUpToDate(),
    readDisk(),
  ]);
  const { now, bytes, lastBackupAt, sendingStoppedAt, centsADay, regions } = basics;
  return {
    now,
    timeZone,
    database: { ms: database, migrationsUpToDate: current, bytes },
    worker,
    queue: queue.queue,
    noted,
    carrier: { account: carrierAccount(), centsADay, regions },
    mail: { goes: mailGoes(), waiting: queue.mailsWaiting },
    lastBackupAt,
    sendingStoppedAt,
    disk,
    version: VERSION,
  };
}

async function timeDatabase(): Promise<number> {
  const began = performance.now();
  await lookUp(sql`select 1`);
  return performance.now() - began;
}

async function readBasics() {
  const [row] = await lookUp<{
    now: string;
    bytes: string;
    backup: string | null;
    stopped: string | null;
    regions: string[];
    cents: string;
  }>(sql`
    select (extract(epoch from app_now()) * 1000)::bigint as now, pg_database_size(current_database()) as bytes,
      (extract(epoch from last_backup_at) * 1000)::bigint as backup,
      (extract(epoch from sending_stopped_at) * 1000)::bigint as stopped,
      to_json(regions_ceiling) as regions, spend_last_days(7) as cents
    from installation`);
  if (!row) throw new Error("The installation has lost its row");
  const time = (value: string | null) => (value === null ? null : new Date(Number(value)));
  return {
    now: new Date(Number(row.now)),
    bytes: Number(row.bytes),
    lastBackupAt: time(row.backup),
    sendingStoppedAt: time(row.stopped),
    regions: row.regions,
    centsADay: Number(row.cents) / 7,
  };
}

/** Texts and other work together: to whoever waits it is one queue. */
async function readQueue() {
  const [row] = await lookUp<
    Record<"texts" | "jobs" | "unconfirmed" | "failed" | "mails" | "oldest", string | null>
  >(sql`
    with outbox as (select * from outbox_state()),
    jobs as (
      select count(*) filter (where state in ('created', 'retry') and start_after <= now()) as due,
        min(start_after) filter (where state in ('created', 'retry') and start_after <= now()) as oldest,
        count(*) filter (where state = 'failed') as failed,
        count(*) filter (where name = 'mail' and state in ('created', 'retry')) as mails
      from pgboss.job where state in ('created', 'retry', 'failed')
    )
    select o.waiting as texts, j.due as jobs, o.unconfirmed, j.failed, j.mails,
      greatest(extract(epoch from app_now() - o.oldest_due_at), extract(epoch from now() - j.oldest)) as oldest
    from outbox o, jobs j`);
  const number = (name: "texts" | "jobs" | "unconfirmed" | "failed" | "mails" | "oldest") => Number(row?.[name] ?? 0);
  return {
    queue: {
      waiting: number("texts") + number("jobs"),
      oldestSeconds: Math.max(0, number("oldest")),
      unconfirmed: number("unconfirmed"),
      failedJobs: number("failed"),
    },
    mailsWaiting: number("mails"),
  };
}

/** By the database's real clock, as it is written: skipped time of the demo is no silence. */
async function readWorker(): Promise<HealthFacts["worker"]> {
  const [row] = await lookUp<{ silence: string; uptime: string }>(sql`
    select extract(epoch from now() - seen_at) as silence, extract(epoch from now() - started_at) as uptime
    from worker_heartbeats order by seen_at desc limit 1`);
  return row
    ? { heartbeatSeconds: Math.max(0, Number(row.silence)), upSeconds: Math.max(0, Number(row.uptime)) }
    : null;
}

async function readNoted(): Promise<Partial<Record<HealthPart, Noted>>> {
  const rows = await asSystem((tx) => tx.select().from(healthParts));
  return Object.fromEntries(rows.map(({ part, ...noted }) => [part, noted]));
}

/** Of the disk under the embedded database; of the one under the program where the database is elsewhere. */
async function readDisk(): Promise<HealthFacts["disk"]> {
  const folder = path.join(process.cwd(), ".ringback");
  try {
    const { bsize, bavail, blocks } = await statfs(existsSync(folder) ? folder : process.cwd());
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  } catch {
    return null;
  }
}

function carrierAccount(): HealthFacts["carrier"]["account"] {
  const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, SIMULATOR_URL } = env();
  if (!TWILIO_ACCOUNT_SID || !TWILIO_AUTH_TOKEN) return "none";
  return SIMULATOR_URL ? "local" : "real";
}

function mailGoes(): HealthFacts["mail"]["goes"] {
  if (env().SMTP_URL) return "by_server";
  return mailIsConfigured() ? "to_mailbox" : "nowhere";
}
