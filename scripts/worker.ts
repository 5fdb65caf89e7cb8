import { runWorker } from "@/lib/jobs/run-worker";

const stop = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stop.abort());
await runWorker(stop.signal);
process.exit(0);
