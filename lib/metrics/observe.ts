import { env } from "@/lib/env";
import { stopwatch } from "@/lib/stopwatch";
import { instruments } from "./instruments";

export type Refusal = "signature" | "too_long" | "metrics_token";

/** Nothing is measured where nobody can read it. */
const measured = () => env().METRICS_TOKEN !== undefined;

/** Times one webhook, from the call of this to the call of what it returns. */
export function timeWebhook(kind: "voice" | "message"): (status: number) => void {
  if (!measured()) return () => {};
  const elapsed = stopwatch();
  return (status) => instruments().webhookSeconds.observe({ kind, status }, elapsed() / 1000);
}

export function countRefusal(why: Refusal): void {
  if (measured()) instruments().refusals.inc({ why });
}
