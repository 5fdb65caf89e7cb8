import type { AnsweredWebhook, CarrierRequest, PlacedCall, SentWebhook } from "../history";
import type { Carrier, LedgerEntry } from "./carrier";

const KINDS = ["message_request", "message_accepted", "message_refused", "call_started", "call_ended", "webhook_sent"];
const PAGE = 10_000;
const EVERY_MS = 1_000;

/** Follows the carrier's ledger, which keeps only its youngest entries, and makes one list of it. */
export class LedgerReader {
  readonly requests: CarrierRequest[] = [];
  /** Calls that were placed on the network itself, once they have ended. */
  readonly callsEnded: Pick<PlacedCall, "sid" | "from" | "to" | "at" | "endedAt">[] = [];
  /** Webhooks the network itself has brought, and that were answered 2xx. */
  readonly acknowledged: [SentWebhook, AnsweredWebhook][] = [];
  readonly #carrier: Carrier;
  readonly #begun = new Map<string, number>();
  /** The requests for each message that have not been seen accepted, the last of them last. */
  readonly #open = new Map<string, CarrierRequest[]>();
  #after = 0;
  #reading: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  constructor(carrier: Carrier) {
    this.#carrier = carrier;
  }

  follow(): void {
    // What it cannot read now it reads with the next look; the last one, at the end, has to succeed.
    this.#timer = setInterval(() => this.catchUp().catch(() => {}), EVERY_MS);
  }

  /** Reads to the end. */
  catchUp(): Promise<void> {
    const reading = this.#reading.then(() => this.#read());
    this.#reading = reading.catch(() => {});
    return reading;
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
    if (entry.kind === "webhook_sent") this.#takeAnswer(entry, text);
    if (!entry.kind.startsWith("message_")) return;
    const key = `${text("statusCallback")} ${text("from")} ${text("to")} ${text("body")}`;
    if (entry.kind === "message_request") {
      const [messageId = null] = /[0-9a-f-]{36}/.exec(text("statusCallback")) ?? [];
      const made = { from: text("from"), to: text("to"), body: text("body"), messageId };
      const request: CarrierRequest = { at: entry.at, ...made, sid: null, refused: null };
      this.requests.push(request);
      this.#open.set(key, [...(this.#open.get(key) ?? []), request]);
      return;
    }
    const request = this.#open.get(key)?.pop();
    if (!request) throw new Error(`The carrier answered a request nobody made: ${entry.kind} ${key}`);
    if (entry.kind === "message_refused") request.refused = Number(entry.code);
    else request.sid = text("messageSid");
  }

  #takeAnswer(entry: LedgerEntry, text: (field: string) => string): void {
    const [id, path, took] = [`network ${entry.id}`, text("path"), Number(entry.ms)];
    // Of a dial's action the ledger has the dialled leg's state, which is not what the inbox tells it by.
    const status = text("messageStatus") || (path.endsWith("/voice/status") ? text("callStatus") : "");
    this.acknowledged.push([
      { is: "webhook", at: entry.at - took, id, sid: text("sid"), path, delivery: 1, ...(status ? { status } : {}) },
      { is: "answer", at: entry.at, id, delivery: 1, status: Number(entry.status), milliseconds: took },
    ]);
  }
}
