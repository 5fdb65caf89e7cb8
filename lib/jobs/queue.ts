import PgBoss from "pg-boss";
import type { Queue } from "@/db/queues";
import { wordless } from "@/db/wordless";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import type { MailJob } from "./mail";

/** What each queue's jobs carry. Ids and addresses, never secrets: finished jobs stay in the database for a while. */
export type Jobs = { mail: MailJob; "clean-up": Record<string, never> };

/**
 * pg-boss as the app's role may run it: the owner made its tables at migration, so nothing is migrated here, and only
 * the worker supervises.
 */
export function connectQueue({ supervise }: { supervise: boolean }): PgBoss {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    application_name: "ringback queue",
    migrate: false,
    supervise,
    schedule: false,
    // An operator may try again what has failed, for a week.
    archiveFailedAfterSeconds: 7 * 86_400,
    max: 2,
  });
  boss.on("error", (error) => log.error("queue.failed", error));
  return boss;
}

// `next dev` loads modules again and again; the connection must survive that.
const kept = globalThis as typeof globalThis & { ringbackQueue?: Promise<PgBoss> };

/** Jobs of a higher priority run first. */
export const MAIL_PRIORITY = { known: 10, unknown: 0 } as const;

type Options = { priority?: number };

/** Hands a job to the workers. It runs at least once. */
export async function enqueue<Q extends Queue>(
  queue: Q,
  job: Jobs[Q],
  { priority = MAIL_PRIORITY.known }: Options = {},
): Promise<void> {
  const boss = await sender();
  await wordless(boss.send(queue, job, { priority }));
}

/** For telling of something already done: when that fails, it must not look as if the thing itself had. */
export async function enqueueAfterwards<Q extends Queue>(queue: Q, job: Jobs[Q]): Promise<void> {
  await enqueue(queue, job).catch((error: unknown) => log.error("job.lost", error, { queue }));
}

function sender(): Promise<PgBoss> {
  kept.ringbackQueue ??= connectQueue({ supervise: false })
    .start()
    .catch((error: unknown) => {
      kept.ringbackQueue = undefined;
      throw error;
    });
  return kept.ringbackQueue;
}

export async function closeQueue(): Promise<void> {
  const boss = await kept.ringbackQueue;
  kept.ringbackQueue = undefined;
  await boss?.stop({ graceful: false });
}
