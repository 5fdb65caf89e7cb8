export const WEBHOOK_KINDS = [
  "voice",
  "screen",
  "gather",
  "record",
  "dial_action",
  "redirect",
  "fallback",
  "number_status",
  "leg_status",
  "detection",
  "call_status",
  "message_in",
  "message_status",
] as const;
export type WebhookKind = (typeof WEBHOOK_KINDS)[number];

export const WEBHOOK_EFFECTS = ["duplicate", "drop", "delay", "reorder"] as const;
export const REQUEST_EFFECTS = [
  "refuse",
  "too_many_requests",
  "error_before",
  "error_after",
  "reset_before",
  "reset_after",
  "hang_before",
  "hang_after",
  "slow",
] as const;
export const REST_OPERATIONS = [
  "message_create",
  "message_list",
  "message_read",
  "call_create",
  "call_list",
  "call_read",
  "number_search",
  "number_buy",
  "number_change",
  "lookup",
  "other",
] as const;
export type RestOperation = (typeof REST_OPERATIONS)[number];

interface Chance {
  /** 0 to 1; default 1. */
  probability?: number;
  /** Lets this many hits pass first. Default 0. */
  after?: number;
  /** Applies to this many hits, then no more. Default: without end. */
  count?: number;
}

export interface WebhookFault extends Chance {
  effect: (typeof WEBHOOK_EFFECTS)[number];
  /** Default: every kind. */
  kinds?: WebhookKind[];
  /** duplicate: how often it is sent altogether. Default 2. */
  times?: number;
  /** delay: real milliseconds. */
  minMs?: number;
  maxMs?: number;
}

export interface RequestFault extends Chance {
  effect: (typeof REQUEST_EFFECTS)[number];
  /** Default "message_create". */
  operation?: RestOperation;
  /** refuse: Twilio's error code. Default 21612. */
  code?: number;
  /** slow: real milliseconds. */
  ms?: number;
}

export interface Faults {
  seed?: number;
  webhooks?: WebhookFault[];
  requests?: RequestFault[];
  /** Lists of messages and calls leave out what is younger than this many real milliseconds. */
  listLagMs?: number;
}

/** The faults in force. Random, but the same seed and the same traffic give the same faults. */
export class FaultBox {
  private faults: Faults = {};
  private random = seeded(1);

  set(faults: Faults): void {
    this.faults = structuredClone(faults);
    this.random = seeded(faults.seed ?? 1);
  }

  get(): Faults {
    return structuredClone(this.faults);
  }

  get listLagMs(): number {
    return this.faults.listLagMs ?? 0;
  }

  forWebhook(kind: WebhookKind): WebhookFault[] {
    return (this.faults.webhooks ?? []).filter((fault) => (fault.kinds?.includes(kind) ?? true) && this.strikes(fault));
  }

  forRequest(operation: RestOperation): RequestFault[] {
    return (this.faults.requests ?? []).filter(
      (fault) => (fault.operation ?? "message_create") === operation && this.strikes(fault),
    );
  }

  between(minimum: number, maximum: number): number {
    return minimum + this.random() * Math.max(0, maximum - minimum);
  }

  private strikes(fault: Chance): boolean {
    if (fault.after !== undefined && fault.after > 0) {
      fault.after -= 1;
      return false;
    }
    if (fault.count !== undefined && fault.count <= 0) return false;
    if (this.random() >= (fault.probability ?? 1)) return false;
    if (fault.count !== undefined) fault.count -= 1;
    return true;
  }
}

function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
