import type { Json } from "./types";

export const LEDGER_KINDS = [
  "number_bought",
  "number_updated",
  "number_released",
  "message_request",
  "message_refused",
  "message_accepted",
  "message_status",
  "auto_reply",
  "text_in",
  "call_started",
  "call_status",
  "call_ended",
  "webhook_sent",
  "webhook_failed",
  "webhook_dropped",
  "twiml",
  "fault",
  "error",
] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

export interface LedgerEntry {
  id: number;
  /** Milliseconds since the epoch, real time. */
  at: number;
  kind: LedgerKind;
  [field: string]: Json;
}

export interface LedgerQuery {
  after?: number;
  kinds?: LedgerKind[];
  limit?: number;
}

/** What happened on the network, in order. Ids go up by one and are never reused, not even after a reset. */
export class Ledger {
  private entries: LedgerEntry[] = [];
  private nextId = 1;
  private readonly listeners = new Set<(entry: LedgerEntry) => void>();

  /** @param capacity how many entries are kept; the oldest go */
  constructor(private readonly capacity = 200_000) {}

  write(kind: LedgerKind, fields: Record<string, Json>): LedgerEntry {
    const entry: LedgerEntry = { ...fields, id: this.nextId++, at: Date.now(), kind };
    this.entries.push(entry);
    if (this.entries.length > this.capacity * 1.1) this.entries = this.entries.slice(-this.capacity);
    for (const listener of this.listeners) listener(entry);
    return entry;
  }

  read({ after = 0, kinds, limit = Number.POSITIVE_INFINITY }: LedgerQuery = {}): LedgerEntry[] {
    const oldest = this.entries[0]?.id ?? this.nextId;
    const wanted: LedgerEntry[] = [];
    for (let index = Math.max(0, after - oldest + 1); index < this.entries.length; index++) {
      const entry = this.entries[index];
      if (entry && (!kinds || kinds.includes(entry.kind))) wanted.push(entry);
      if (wanted.length >= limit) break;
    }
    return wanted;
  }

  get lastId(): number {
    return this.nextId - 1;
  }

  /** @returns how to stop listening. */
  listen(listener: (entry: LedgerEntry) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  clear(): void {
    this.entries = [];
  }
}
