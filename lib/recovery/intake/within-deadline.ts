/** Twilio gives up reading after 5 s; answering before that makes its retry useful. */
const DEADLINE_MS = 2_800;

/**
 * @throws when the work is not done in time. It may still commit afterwards: every webhook is safe to repeat.
 */
export async function withinDeadline<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The database did not answer in time")), DEADLINE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
