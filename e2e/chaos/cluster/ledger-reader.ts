import type { CarrierRequest, PlacedCall } from "../history";
import type { Carrier, LedgerEntry } from "./carrier";

const KINDS = ["message_request", "message_accepted", "call_started", "call_ended"];
const PAGE = 10_000;
const EVERY_MS = 1_000;

/** Follows the carrier's ledger, which keeps only its youngest entries, and makes one list of it. */
export class LedgerReader {
  readonly requests: CarrierRequest[] = [];
  /** Calls that were placed on the network itself, once they have ended. */
  readonly callsEnded: Pick<PlacedCall, "sid" | "from" | "to" | "at" | "endedAt">[] = [];
  readonly #carrier: Carrier;
  readonly #begun = new Map<string, number>();
  /** The last request for each message that has not been seen accepted. */
  readonly #open = new Map<string, CarrierRequest>();
  #after = 0;
  #reading: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  constructor(carrier: Carrier) {
    this.#carrier = carrier;
  }

  follow(): void {
    this.#timer = setInterval(() => void this.catchUp(), EVERY_MS);
  }

  /** Reads to the end. */
  catchUp(): Promise<void> {
    this.#reading = this.#reading.then(() => this.#read());
    return this.#reading;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #read(): Promise<void> {
    for (;;) {
      const entries = await this.#carrier.ledger({ after: this.#after, kinds: KINDS, limit: PAGE });
      for (const entry of entries) this.#take(entry);
      this.#after = entries.at(-1)?.id ?? this.#after;
      if (entries.length < PAGE) return;
    }
  }

  #take(entry: LedgerEntry): void {
    const text = (field: string) => (typeof entry[field] === "string" ? String(entry[field]) : "");
    if (entry.kind === "call_started") this.#begun.set(text("callSid"), entry.at);
    if (entry.kind === "call_ended" && text("direction") === "inbound") {
      const sid = text("callSid");
      const at = this.#begun.get(sid) ?? entry.at;
      this.callsEnded.push({ sid, from: text("from"), to: text("to"), at, endedAt: entry.at });
    }
    if (!entry.kind.startsWith("message_")) return;
    const key = `${text("statusCallback")} ${text("from")} ${text("to")} ${text("body")}`;
    if (entry.kind === "message_request") {
      const [messageId = null] = /[0-9a-f-]{36}/.exec(text("statusCallback")) ?? [];
      const made = { from: text("from"), to: text("to"), body: text("body"), messageId };
      const request: CarrierRequest = { at: entry.at, ...made, sid: null };
      this.requests.push(request);
      this.#open.set(key, request);
      return;
    }
    const request = this.#open.get(key);
    this.#open.delete(key);
    if (request) request.sid = text("messageSid");
    else throw new Error(`The carrier accepted ${text("messageSid")} without a request`);
  }
}
