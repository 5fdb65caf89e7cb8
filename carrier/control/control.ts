import type { PhoneCall, PhoneCallView } from "../calls/phone-call";
import { type CallPlan, placeCall } from "../calls/place-call";
import type { Faults } from "../faults";
import type { LedgerEntry, LedgerQuery } from "../ledger";
import type { Network } from "../network";
import { sendText } from "../texts/send-text";
import { type NumberRecord, type PhoneRecord, type Settings, USUAL_SETTINGS } from "../types";
import { ControlError } from "./control-error";
import type { PhoneChange } from "./read-phone";

export interface PhoneScreen extends PhoneRecord {
  /** The call this phone is in or that makes it ring; null when there is none. */
  currentCall: PhoneCallView | null;
  /** The last calls, newest first, the current one among them. */
  calls: PhoneCallView[];
}

export interface Health {
  ok: true;
  accountSid: string;
  timeScale: number;
  numbers: number;
  liveCalls: number;
  phoneCalls: number;
  webhooksInFlight: number;
  textsInFlight: number;
  lastLedgerId: number;
}

export interface TextToSend {
  from: string;
  to: string;
  body: string;
  mediaCount?: number;
}

const CALLS_ON_SCREEN = 10;

/** Everything that can be done to the network from outside. The HTTP control API offers exactly this. */
export class Control {
  constructor(private readonly network: Network) {}

  health(): Health {
    const { network } = this;
    return {
      ok: true,
      accountSid: network.accountSid,
      timeScale: network.clock.scale,
      numbers: network.state.numbers.size,
      liveCalls: network.calls.live.size,
      phoneCalls: network.calls.ongoing().length,
      webhooksInFlight: network.webhooksInFlight,
      textsInFlight: network.textsInFlight,
      lastLedgerId: network.ledger.lastId,
    };
  }

  /** Back to an empty network without faults; with `keepNumbers` the account keeps its numbers. */
  reset({ keepNumbers = false }: { keepNumbers?: boolean } = {}): void {
    const { network } = this;
    network.faults.set({});
    network.calls.hangUpAll();
    network.clock.stop();
    network.textsInFlight = 0;
    network.calls.clear();
    network.state.clear(keepNumbers);
    network.settings = { ...USUAL_SETTINGS };
    network.ledger.clear();
  }

  /** Replaces all faults; `{}` ends them. */
  setFaults(faults: Faults): void {
    this.network.faults.set(faults);
  }

  faults(): Faults {
    return this.network.faults.get();
  }

  settings(): Settings {
    return { ...this.network.settings };
  }

  setSettings(change: Partial<Settings>): void {
    this.network.settings = { ...this.network.settings, ...change };
  }

  setPhone(change: PhoneChange): PhoneScreen {
    if (this.network.state.numbers.has(change.number)) {
      throw new ControlError(409, `${change.number} is a number of the account, not a phone.`);
    }
    Object.assign(this.network.state.keepPhone(change.number), change);
    this.network.state.changed();
    return this.phone(change.number);
  }

  phone(number: string): PhoneScreen {
    const known = this.network.state.phone(number);
    const calls = this.network.calls
      .callsOf(number)
      .slice(0, CALLS_ON_SCREEN)
      .map((call) => call.view());
    return { ...known, currentCall: calls.find(({ state }) => state !== "ended") ?? null, calls };
  }

  /** Phones that were described or have texted or called. */
  phones(): PhoneRecord[] {
    return [...this.network.state.phones.values()];
  }

  placeCall(plan: CallPlan): PhoneCallView {
    return placeCall(this.network, plan).view();
  }

  /** @param name a phone call's id or the sid of Twilio's call behind it */
  call(name: string): PhoneCallView {
    return this.find(name).view();
  }

  liveCalls(): PhoneCallView[] {
    return this.network.calls.ongoing().map((call) => call.view());
  }

  answer(name: string): PhoneCallView {
    this.ringing(name).answer();
    return this.call(name);
  }

  decline(name: string): PhoneCallView {
    this.ringing(name).decline();
    return this.call(name);
  }

  hangUp(name: string): PhoneCallView {
    const call = this.find(name);
    if (call.role === "callee" && call.state === "ringing") call.decline();
    else call.hangUp();
    return call.view();
  }

  press(name: string, digits: string): PhoneCallView {
    const call = this.find(name);
    if (call.state === "ended") throw new ControlError(409, "The call has ended.");
    call.press(digits);
    return call.view();
  }

  /** @returns the sid of the account's message, null when the text went to another phone */
  sendText({ mediaCount = 0, ...text }: TextToSend): string | null {
    return sendText(this.network, { ...text, mediaCount });
  }

  numbers(): NumberRecord[] {
    return [...this.network.state.numbers.values()];
  }

  ledger(query?: LedgerQuery): LedgerEntry[] {
    return this.network.ledger.read(query);
  }

  private find(name: string): PhoneCall {
    const call = this.network.calls.phoneCall(name);
    if (!call) throw new ControlError(404, `There is no call ${name}.`);
    return call;
  }

  private ringing(name: string): PhoneCall {
    const call = this.find(name);
    if (call.role === "callee" && call.state === "ringing") return call;
    throw new ControlError(409, "The call does not ring at this phone.");
  }
}
