import type { CallRecord, MessageRecord, NumberRecord, PhoneRecord, PhoneText } from "../types";
import { Recent } from "./recent";

const TEXTS_PER_PHONE = 200;

export interface Snapshot {
  version: 1;
  numbers: NumberRecord[];
  phones: PhoneRecord[];
  optOuts: string[];
  messages: MessageRecord[];
  calls: CallRecord[];
}

/** Everything the network remembers. `onChange` is told after each change. */
export class NetworkState {
  readonly numbers = new Map<string, NumberRecord>();
  readonly phones = new Map<string, PhoneRecord>();
  readonly messages = new Recent<MessageRecord>(200_000);
  readonly calls = new Recent<CallRecord>(200_000);
  private readonly optOuts = new Set<string>();
  onChange: () => void = () => {};

  changed(): void {
    this.onChange();
  }

  /** The phone with this number; one that nobody has described rings out. */
  phone(number: string): PhoneRecord {
    return this.phones.get(number) ?? plainPhone(number);
  }

  /** The same, remembered from now on. */
  keepPhone(number: string): PhoneRecord {
    const phone = this.phone(number);
    this.phones.set(number, phone);
    return phone;
  }

  addText(number: string, text: PhoneText): void {
    const { texts } = this.keepPhone(number);
    texts.push(text);
    if (texts.length > TEXTS_PER_PHONE) texts.splice(0, texts.length - TEXTS_PER_PHONE);
    this.changed();
  }

  hasOptedOut(recipient: string, sender: string): boolean {
    return this.optOuts.has(`${recipient} ${sender}`);
  }

  setOptedOut(pair: { recipient: string; sender: string }, optedOut: boolean): void {
    const key = `${pair.recipient} ${pair.sender}`;
    if (optedOut) this.optOuts.add(key);
    else this.optOuts.delete(key);
    this.changed();
  }

  clear(keepNumbers: boolean): void {
    if (!keepNumbers) this.numbers.clear();
    this.phones.clear();
    this.messages.clear();
    this.calls.clear();
    this.optOuts.clear();
    this.changed();
  }

  snapshot(): Snapshot {
    return {
      version: 1,
      numbers: [...this.numbers.values()],
      phones: [...this.phones.values()].slice(-5000),
      optOuts: [...this.optOuts],
      messages: this.messages.latest(5000),
      calls: this.calls.latest(2000),
    };
  }

  restore(snapshot: Snapshot): void {
    for (const number of snapshot.numbers) this.numbers.set(number.phoneNumber, number);
    for (const phone of snapshot.phones) this.phones.set(phone.number, phone);
    for (const pair of snapshot.optOuts) this.optOuts.add(pair);
    for (const message of snapshot.messages) this.messages.add(message);
    for (const call of snapshot.calls) this.calls.add(endedAtTheLatest(call));
  }
}

function plainPhone(number: string): PhoneRecord {
  return {
    number,
    label: null,
    behaviour: "rings_out",
    afterSeconds: null,
    talkSeconds: 30,
    lineKind: "mobile",
    forwarding: null,
    texting: null,
    texts: [],
  };
}

/** A call does not survive the network it was on. */
function endedAtTheLatest(call: CallRecord): CallRecord {
  if (call.endedAt !== null) return call;
  const status = call.answeredAt === null ? "failed" : "completed";
  return { ...call, status, endedAt: call.updatedAt, durationSeconds: call.durationSeconds ?? 0 };
}
