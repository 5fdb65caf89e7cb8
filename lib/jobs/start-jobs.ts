import { log } from "@/lib/log";
import { cleanUp } from "./clean-up";
import { mailHandlers } from "./mail";
import { connectQueue } from "./queue";

const CLEAN_UP_EVERY_MS = 6 * 3_600_000;

/** Runs what is not a text. Gives back how to stop it. */
export async function startJobs(): Promise<() => Promise<void>> {
  const boss = connectQueue({ supervise: true });
  await boss.start();
  await boss.work("mail", { batchSize: 5, pollingIntervalSeconds: 1 }, mailHandlers.mail);
  await boss.work("clean-up", cleanUp);
  const remind = () => {
    const singletonSeconds = CLEAN_UP_EVERY_MS / 1000;
    // A database that is away just then must not end the worker; the next reminder cleans up for both.
    boss.send("clean-up", {}, { singletonSeconds }).catch((error: unknown) => log.error("job.lost", error));
  };
  remind();
  const timer = setInterval(remind, CLEAN_UP_EVERY_MS);
  return async () => {
    clearInterval(timer);
    await boss.stop({ graceful: true, timeout: 5_000 });
  };
}
