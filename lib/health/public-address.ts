import { stopwatch } from "@/lib/stopwatch";
import { recordHealth } from "./record-health";

const AT_MOST_EVERY_MS = 60_000;

// Shared by all routes of the process, each of which may have its own copy of this module.
const kept = globalThis as typeof globalThis & { ringbackSignedWebhook?: () => number };

/**
 * Records that the carrier reaches this installation, at most once a minute in each process. Called once the webhook's own
 * transaction is over, and not waited for.
 */
export function noteSignedWebhook(): void {
  if (kept.ringbackSignedWebhook && kept.ringbackSignedWebhook() < AT_MOST_EVERY_MS) return;
  kept.ringbackSignedWebhook = stopwatch();
  void recordHealth("public_address", { state: "working" });
}
