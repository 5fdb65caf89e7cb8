import type { IncomingMessage } from "node:http";
import { env } from "@/lib/env";
import { recordHealth } from "@/lib/health/record-health";
import { log } from "@/lib/log";
import { stopwatch } from "@/lib/stopwatch";
import { proxyMistakes } from "./proxy-mistakes";

const AT_MOST_EVERY_MS = 60_000;

let last: { mistakes: string; age: () => number } | undefined;

/**
 * Records what a request shows of the proxy in front: in the log when that is new, and for the operator's page at most
 * once a minute.
 */
export function noteProxy({ method, headers, socket }: IncomingMessage): void {
  const mistakes = proxyMistakes({ method, headers, peer: socket.remoteAddress }, env());
  if (!mistakes) return;
  const found = mistakes.join(" ");
  const isNew = last?.mistakes !== found;
  if (!isNew && last && last.age() < AT_MOST_EVERY_MS) return;
  last = { mistakes: found, age: stopwatch() };
  const [worst] = mistakes;
  if (isNew && worst) log.warn("proxy.mistaken", { mistakes: found });
  void recordHealth(
    "proxy",
    worst ? { state: "warning", code: worst, details: { mistakes: found } } : { state: "working" },
  );
}
