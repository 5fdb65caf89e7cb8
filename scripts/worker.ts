import { runWorker } from "@/lib/jobs/run-worker";

/** Who waits for a database that says nothing does not keep the others waiting. */
const GONE_WITHIN_MS = 9_900;

const stop = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    stop.abort();
    setTimeout(() => process.exit(1), GONE_WITHIN_MS).unref();
  });
}
await runWorker(stop.signal);
process.exit(0);
