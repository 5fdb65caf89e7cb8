import type { LiveCall } from "./live-call";
import type { PhoneCall } from "./phone-call";

const ENDED_KEPT = 1000;

/** Calls that are going on, and the last that ended, by every name they go by. */
export class CallRegistry {
  readonly live = new Map<string, LiveCall>();
  private readonly phoneCalls = new Map<string, PhoneCall>();
  private readonly bySid = new Map<string, PhoneCall>();
  private ended: string[] = [];

  addLive(call: LiveCall): void {
    this.live.set(call.record.sid, call);
  }

  removeLive(call: LiveCall): void {
    this.live.delete(call.record.sid);
  }

  addPhoneCall(call: PhoneCall): void {
    this.phoneCalls.set(call.id, call);
    if (call.callSid) this.bySid.set(call.callSid, call);
    call.onEnd = () => this.retire(call);
  }

  /** Names the Twilio call behind a phone's call, once there is one. */
  link(call: PhoneCall, callSid: string): void {
    call.callSid = callSid;
    this.bySid.set(callSid, call);
  }

  /** @param name the phone call's own id, or the sid of Twilio's call behind it */
  phoneCall(name: string): PhoneCall | undefined {
    return this.phoneCalls.get(name) ?? this.bySid.get(name);
  }

  /** Newest first. */
  callsOf(phone: string): PhoneCall[] {
    return [...this.phoneCalls.values()].filter((call) => call.phone === phone).reverse();
  }

  ongoing(): PhoneCall[] {
    return [...this.phoneCalls.values()].filter((call) => call.state !== "ended");
  }

  hangUpAll(): void {
    for (const call of this.ongoing()) call.hangUp();
    for (const call of [...this.live.values()]) call.finish(call.record.answeredAt === null ? "canceled" : "completed");
  }

  clear(): void {
    this.phoneCalls.clear();
    this.bySid.clear();
    this.ended = [];
  }

  private retire(call: PhoneCall): void {
    this.ended.push(call.id);
    if (this.ended.length <= ENDED_KEPT) return;
    for (const id of this.ended.splice(0, this.ended.length - ENDED_KEPT)) {
      const old = this.phoneCalls.get(id);
      this.phoneCalls.delete(id);
      if (old?.callSid) this.bySid.delete(old.callSid);
    }
  }
}
