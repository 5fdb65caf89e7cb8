import { Refusal } from "@/lib/errors";
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
try {
  await runWorker(stop.signal);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exit(1);
}
process.exit(0);
