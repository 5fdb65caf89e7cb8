import type { Clock } from "../clock";
import { newSid } from "../sid";
import type { HeardLine } from "../types";
import { Party } from "./party";

export type PhoneCallOutcome = "completed" | "busy" | "no-answer" | "failed" | "canceled" | "forwarded";
export type PhoneCallState = "ringing" | "in_call" | "ended";

/** A call as the person holding the phone knows it. */
export interface PhoneCallView {
  id: string;
  /** Twilio's call behind it: the inbound call for a caller, the child leg for a phone that is dialled. */
  callSid: string | null;
  phone: string;
  role: "caller" | "callee";
  /** The number shown on, or dialled by, this phone. */
  with: string;
  state: PhoneCallState;
  outcome: PhoneCallOutcome | null;
  startedAt: number;
  answeredAt: number | null;
  endedAt: number | null;
  heard: HeardLine[];
}

interface PhoneCallStart {
  phone: string;
  role: "caller" | "callee";
  with: string;
  callSid?: string;
}

/** A phone's part in a call, as the caller or as the one who is called. */
export class PhoneCall extends Party {
  readonly id = newSid("PH");
  readonly phone: string;
  readonly role: "caller" | "callee";
  readonly with: string;
  callSid: string | null;
  state: PhoneCallState = "ringing";
  outcome: PhoneCallOutcome | null = null;
  answeredAt: number | null = null;
  endedAt: number | null = null;
  /** Runs when it has ended. */
  onEnd: () => void = () => {};
  private choose: (choice: "answer" | "decline") => void = () => {};
  /** What the person who is called does, if anything. */
  readonly choice: Promise<"answer" | "decline">;

  constructor(clock: Clock, start: PhoneCallStart) {
    super(clock);
    this.phone = start.phone;
    this.role = start.role;
    this.with = start.with;
    this.callSid = start.callSid ?? null;
    this.choice = new Promise((resolve) => {
      this.choose = resolve;
    });
  }

  answer(): void {
    this.choose("answer");
  }

  decline(): void {
    this.choose("decline");
  }

  connected(): void {
    if (this.state !== "ringing") return;
    this.state = "in_call";
    this.answeredAt = Date.now();
  }

  end(outcome: PhoneCallOutcome): void {
    if (this.state === "ended") return;
    this.state = "ended";
    this.outcome = outcome;
    this.endedAt = Date.now();
    super.hangUp();
    this.onEnd();
  }

  override hangUp(): void {
    this.end(this.answeredAt === null ? "canceled" : "completed");
  }

  view(): PhoneCallView {
    const { id, callSid, phone, role, state, outcome, startedAt, answeredAt, endedAt, heard } = this;
    return { id, callSid, phone, role, with: this.with, state, outcome, startedAt, answeredAt, endedAt, heard };
  }
}
