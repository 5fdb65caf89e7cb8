import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { observeConnectionWaits } from "@/db/connection-waits";
import { VERSION } from "@/lib/version";

/** Up to the 5 s after which the carrier gives up waiting. */
const WEBHOOK_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 1, 2.5, 5];
/** A missed caller is to be texted within seconds. */
const MISS_BUCKETS = [0.5, 1, 2, 3, 4, 5, 6, 8, 10, 15, 30, 60, 300, 600];
const WAIT_BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

export type Instruments = ReturnType<typeof make>;

/** Every label has few values, known beforehand: none is an address, an id or a number. */
function make() {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  new Gauge({
    name: "ringback_build_info",
    help: "1, labelled with the version of the code",
    labelNames: ["version"],
    registers,
  }).set({ version: VERSION }, 1);
  return {
    registry,
    webhookSeconds: new Histogram({
      name: "ringback_webhook_seconds",
      help: "From a signed or refused webhook's arrival in this process to its answer",
      labelNames: ["kind", "status"] as const,
      buckets: WEBHOOK_BUCKETS,
      registers,
    }),
    refusals: new Counter({
      name: "ringback_http_refused_total",
      help: "Requests this process refused before doing their work, by why",
      labelNames: ["why"] as const,
      registers,
    }),
    connectionWaitSeconds: new Histogram({
      name: "ringback_database_wait_seconds",
      help: "How long a transaction of this process waited for a connection, its BEGIN included, by lane",
      labelNames: ["lane"] as const,
      buckets: WAIT_BUCKETS,
      registers,
    }),
    missToRequest: new Histogram({
      name: "ringback_miss_to_request_seconds",
      help: "From the end of a missed call to the first request for its text at the carrier, by all workers",
      buckets: MISS_BUCKETS,
      registers,
    }),
    decisions: new Counter({
      name: "ringback_decisions_total",
      help: "Decisions over missed calls, by reason; text where a text was decided",
      labelNames: ["reason"] as const,
      registers,
    }),
    texts: new Counter({
      name: "ringback_texts_total",
      help: "Texts that reached a status",
      labelNames: ["status"] as const,
      registers,
    }),
    outboxWaiting: gauge("ringback_outbox_waiting", "Texts that are due and not yet taken by the carrier"),
    outboxOldest: gauge("ringback_outbox_oldest_seconds", "For how long the oldest of them has been due"),
    unconfirmed: gauge("ringback_texts_unconfirmed", "Texts of which nobody knows whether they went out"),
    workers: gauge("ringback_workers", "Worker processes heard of in the last 30 s"),
    heartbeat: gauge("ringback_worker_heartbeat_seconds", "Since the last heartbeat of any worker; -1 for none"),
    databaseUp: gauge("ringback_database_up", "1 when the database answered this scrape"),
  };
}

// Shared by all routes of the process, each of which may have its own copy of this module.
const kept = globalThis as typeof globalThis & { ringbackMetrics?: Instruments };

export function instruments(): Instruments {
  if (kept.ringbackMetrics) return kept.ringbackMetrics;
  const made = make();
  kept.ringbackMetrics = made;
  observeConnectionWaits((lane, seconds) => made.connectionWaitSeconds.observe({ lane }, seconds));
  return made;
}
