import { log } from "@/lib/log";
import { sendingStopped } from "@/lib/start/sending-stopped";
import { cleanUp } from "./clean-up";
import { mailHandlers } from "./mail";
import { connectQueue } from "./queue";

const CLEAN_UP_EVERY_MS = 6 * 3_600_000;
const LOOK_EVERY_MS = 2_000;

/** Runs what is not a text. Gives back how to stop it. */
export async function startJobs(): Promise<() => Promise<void>> {
  const boss = connectQueue({ supervise: true });
  await boss.start();
  const stopWaiting = await mailWhenAllowed(boss);
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
    stopWaiting();
    await boss.stop({ graceful: true, timeout: 5_000 });
  };
}

/**
 * Mails wait in the queue, as texts wait in the outbox, until an operator lets a restored database send. Nothing stops them
 * again while a worker runs, because a database in use is not restored.
 */
async function mailWhenAllowed(boss: ReturnType<typeof connectQueue>): Promise<() => void> {
  const begin = () => boss.work("mail", { batchSize: 5, pollingIntervalSeconds: 1 }, mailHandlers.mail);
  if (!(await sendingStopped())) {
    await begin();
    return () => {};
  }
  const look = async () => {
    if (await sendingStopped()) return;
    clearInterval(timer);
    await begin();
  };
  const timer = setInterval(() => look().catch((error: unknown) => log.error("mail.not_begun", error)), LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
