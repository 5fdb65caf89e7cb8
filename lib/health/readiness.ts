import { sql } from "drizzle-orm";
import { lookUp } from "@/db/tenant";
import { log } from "@/lib/log";
import { migrationsUpToDate } from "./schema-level";
import { WORKER_SILENT_SECONDS } from "./worker-silent";

const PATIENCE_MS = 2_000;

export type ReadyFacts = {
  /** Null when the database did not answer. */
  migrationsUpToDate: boolean | null;
  /** Since the last heartbeat of any worker; null when none runs. */
  heartbeatSeconds: number | null;
};

export type Ready = {
  ok: boolean;
  parts: {
    database: "working" | "silent";
    migrations: "up_to_date" | "behind" | "unknown";
    worker: "working" | "silent" | "none" | "unknown";
  };
};

/** Whether this installation can do its work: all three parts must be well. */
export function judgeReady({ migrationsUpToDate: current, heartbeatSeconds }: ReadyFacts): Ready {
  const silent: Ready["parts"] = { database: "silent", migrations: "unknown", worker: "unknown" };
  const parts: Ready["parts"] =
    current === null
      ? silent
      : { database: "working", migrations: current ? "up_to_date" : "behind", worker: workerIs(heartbeatSeconds) };
  return { ok: parts.migrations === "up_to_date" && parts.worker === "working", parts };
}

export function workerIs(heartbeatSeconds: number | null): "working" | "silent" | "none" {
  if (heartbeatSeconds === null) return "none";
  return heartbeatSeconds <= WORKER_SILENT_SECONDS ? "working" : "silent";
}

let asking: Promise<Ready> | undefined;

/** Asks the database, for two seconds at most. Whoever asks meanwhile shares the answer: anybody may, as often as they like. */
export function readReady(): Promise<Ready> {
  asking ??= ask().finally(() => {
    asking = undefined;
  });
  return asking;
}

async function ask(): Promise<Ready> {
  const timeUp = AbortSignal.timeout(PATIENCE_MS);
  const tooLate = new Promise<never>((_, reject) => {
    timeUp.addEventListener("abort", () => reject(new Error(`No answer within ${PATIENCE_MS} ms`)), { once: true });
  });
  try {
    const [current, heartbeatSeconds] = await Promise.race([
      Promise.all([migrationsUpToDate(), secondsSinceHeartbeat()]),
      tooLate,
    ]);
    return judgeReady({ migrationsUpToDate: current, heartbeatSeconds });
  } catch (error) {
    log.error("database.silent", error);
    return judgeReady({ migrationsUpToDate: null, heartbeatSeconds: null });
  }
}

async function secondsSinceHeartbeat(): Promise<number | null> {
  const [row] = await lookUp<{ seconds: string | null }>(
    sql`select extract(epoch from statement_timestamp() - max(seen_at)) as seconds from worker_heartbeats`,
  );
  return row?.seconds == null ? null : Math.max(0, Number(row.seconds));
}
