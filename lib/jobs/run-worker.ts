import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { closeDatabase, listen } from "@/db/tenant";
import { sendMessage } from "@/lib/conversations/send-message";
import { claimMessages } from "@/lib/conversations/take-message";
import { checkCarrier } from "@/lib/health/check-carrier";
import { startHeartbeat } from "@/lib/health/heartbeat";
import { log } from "@/lib/log";
import { decideDueCalls, releaseHeld } from "@/lib/recovery/decide-due";
import { prepareStart } from "@/lib/start/prepare-start";
import { startJobs } from "./start-jobs";
import { sweep } from "./sweep";

const POLL_MS = 1_000;
const SWEEP_MS = 60_000;
const CARRIER_CHECK_MS = 10 * 60_000;
const AT_ONCE = 16;
const GRACE_MS = 9_000;
const CLOSING_MS = 700;

/**
 * The worker: sends what the outbox holds, decides what waits for its time, and sweeps. As many as one likes, on as many
 * machines; the database shares the work out. Ends when `signal` aborts and what is in flight is done, within 10 s.
 * @throws Refusal when the operator has to change something first.
 */
export async function runWorker(signal: AbortSignal): Promise<void> {
  await prepareStart();
  const worker = randomUUID();
  const wake = new Waker();
  const stopListening = await listen(
    "outbox",
    () => wake.now(),
    () => wake.now(),
  );
  const stopJobs = await startJobs();
  const stopHeartbeat = await startHeartbeat(worker);
  signal.addEventListener("abort", () => wake.now(), { once: true });
  log.info("worker.started", { worker });

  const inFlight = new Set<Promise<void>>();
  const sweeping = repeat(SWEEP_MS, signal, sweep);
  const checking = repeat(CARRIER_CHECK_MS, signal, checkCarrier);
  const deciding = repeat(POLL_MS, signal, async () => {
    const decided = (await decideDueCalls()) + (await releaseHeld());
    if (decided > 0) wake.now();
  });
  while (!signal.aborted) {
    const claims = await safely("outbox.claim", () => claimMessages(worker, AT_ONCE - inFlight.size), []);
    for (const claim of claims) {
      const sending = safely("outbox.send", () => sendMessage(claim), undefined).finally(() => {
        inFlight.delete(sending);
        wake.now();
      });
      inFlight.add(sending);
    }
    if (claims.length === 0 || inFlight.size >= AT_ONCE) await wake.orAfter(POLL_MS);
  }

  const stopping = [stopListening(), stopJobs(), stopHeartbeat(), sweeping, checking, deciding, ...inFlight];
  await Promise.race([Promise.allSettled(stopping), sleep(GRACE_MS, undefined, { ref: false })]);
  await Promise.race([closeDatabase(), sleep(CLOSING_MS, undefined, { ref: false })]);
  log.info("worker.stopped", { worker, unfinished: inFlight.size });
}

class Waker {
  #pending = false;
  #resolve: (() => void) | undefined;

  now(): void {
    this.#pending = true;
    this.#resolve?.();
  }

  /** Returns at once when somebody called since the last time. */
  async orAfter(ms: number): Promise<void> {
    if (!this.#pending) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#resolve = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#pending = false;
    this.#resolve = undefined;
  }
}

async function repeat(everyMs: number, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    await safely("worker.tick", work, undefined);
    await sleep(everyMs, undefined, { signal }).catch(() => {});
  }
}

/** One failure, of the database most likely, must not end the worker: it tries again at the next turn. */
async function safely<T>(event: string, work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    log.error(event, error);
    return otherwise;
  }
}
