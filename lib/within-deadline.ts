import { inWebhookLane } from "@/db/tenant";

/** Twilio gives up reading after 5 s; answering before that makes its retry useful. */
const DEADLINE_MS = 2_800;

/**
 * Does a webhook's work by the webhooks' own connections.
 * Hands the work a way to ask whether its time is up: what has not begun by then should not begin, because the repeat
 * that was asked for will do it, and doing both is how an overload feeds itself.
 * @throws when the work is not done in time. It may still commit afterwards: every webhook is safe to repeat.
 */
export async function withinDeadline<T>(work: (assertInTime: () => void) => Promise<T>): Promise<T> {
  const deadline = Date.now() + DEADLINE_MS;
  const tooLate = () => new Error("The database did not answer in time");
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooLate()), DEADLINE_MS);
  });
  const assertInTime = () => {
    if (Date.now() >= deadline) throw tooLate();
  };
  try {
    return await Promise.race([inWebhookLane(() => work(assertInTime)), late]);
  } finally {
    clearTimeout(timer);
  }
}
