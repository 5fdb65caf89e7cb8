import { sql } from "drizzle-orm";
import { lookUp } from "@/db/tenant";
import { log } from "@/lib/log";
import { VERSION } from "@/lib/version";

const EVERY_MS = 5_000;

/**
 * Says every 5 s that this worker runs, until the returned function is called, which removes the worker's row. A failure is
 * logged and tried again at the next turn. By the database's real clock: skipped time of the demo is no silence.
 */
export async function startHeartbeat(workerId: string): Promise<() => Promise<void>> {
  await beat(workerId);
  const timer = setInterval(() => void beat(workerId), EVERY_MS);
  return async () => {
    clearInterval(timer);
    await safely(() => lookUp(sql`delete from worker_heartbeats where worker_id = ${workerId}`));
  };
}

function beat(workerId: string): Promise<void> {
  return safely(() =>
    lookUp(sql`
      insert into worker_heartbeats (worker_id, version, started_at, seen_at)
      values (${workerId}, ${VERSION}, statement_timestamp(), statement_timestamp())
      on conflict (worker_id) do update set seen_at = excluded.seen_at`),
  );
}

/** Rows of workers that ended without saying so. */
export async function forgetSilentWorkers(): Promise<void> {
  await lookUp(sql`delete from worker_heartbeats where seen_at < now() - interval '1 day'`);
}

async function safely(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error("heartbeat.failed", error);
  }
}
