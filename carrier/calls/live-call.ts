import type { Network } from "../network";
import { newSid } from "../sid";
import type { CallDirection, CallRecord, FinalCallStatus, WebhookTarget } from "../types";
import type { CallEvent } from "../webhooks/call-status-webhook";
import type { Party } from "./party";

/** Thrown out of whatever a call was doing when it ended. */
export class CallOver extends Error {}

export interface CallStart {
  from: string;
  to: string;
  direction: CallDirection;
  parentCallSid?: string;
  forwardedFrom?: string;
  stirVerstat?: string;
  phoneNumberSid?: string;
}

/** A call of the account while it lasts. */
export class LiveCall {
  readonly record: CallRecord;
  /** Who is at the other end; nobody before an outbound call is picked up. */
  remote: Party | undefined;
  fallback: WebhookTarget | undefined;
  /** Told of each step an outbound call takes, and of the end of any call. */
  onEvent: (event: CallEvent, sequence: number) => void = () => {};
  /** Resolves when it is answered; never when it is not. */
  readonly answered: Promise<void>;
  private resolveAnswered: () => void = () => {};
  private readonly over = new AbortController();
  private sequence = 0;

  constructor(
    private readonly network: Network,
    start: CallStart,
  ) {
    const now = Date.now();
    this.record = {
      sid: newSid("CA"),
      parentCallSid: start.parentCallSid ?? null,
      from: start.from,
      to: start.to,
      direction: start.direction,
      status: start.direction === "inbound" ? "ringing" : "queued",
      createdAt: now,
      startedAt: start.direction === "inbound" ? now : null,
      answeredAt: null,
      endedAt: null,
      durationSeconds: null,
      forwardedFrom: start.forwardedFrom ?? null,
      stirVerstat: start.stirVerstat ?? null,
      phoneNumberSid: start.phoneNumberSid ?? null,
      updatedAt: now,
    };
    this.answered = new Promise((resolve) => {
      this.resolveAnswered = resolve;
    });
    network.state.calls.add(this.record);
    network.calls.addLive(this);
    network.ledger.write("call_started", this.summary());
  }

  get signal(): AbortSignal {
    return this.over.signal;
  }

  /** Connects the other end; the call ends when that end hangs up. */
  connect(remote: Party): void {
    this.remote = remote;
    remote.whenGone(() => this.finish(this.record.answeredAt === null ? "no-answer" : "completed"));
  }

  initiate(): void {
    this.record.startedAt = Date.now();
    this.step("initiated");
  }

  ring(): void {
    if (this.record.status !== "ringing") this.step("ringing");
  }

  answer(): void {
    if (this.record.answeredAt !== null || this.signal.aborted) return;
    this.record.answeredAt = Date.now();
    this.step("answered");
    this.resolveAnswered();
  }

  finish(status: FinalCallStatus): void {
    if (this.signal.aborted) return;
    const { record } = this;
    record.endedAt = Date.now();
    record.updatedAt = record.endedAt;
    record.status = status;
    const talk = record.answeredAt === null ? 0 : record.endedAt - record.answeredAt;
    record.durationSeconds = Math.round(this.network.clock.seconds(talk));
    this.network.calls.removeLive(this);
    this.network.ledger.write("call_ended", { ...this.summary(), durationSeconds: record.durationSeconds });
    this.network.state.changed();
    this.over.abort();
    // Before the answer the calling end learns the outcome from its own ringing: a busy tone is not a hang-up.
    if (record.answeredAt !== null) this.remote?.hangUp();
    this.onEvent("completed", this.sequence++);
  }

  /** @throws {CallOver} when the call ends first */
  async wait(seconds: number): Promise<void> {
    if (!(await this.network.clock.wait(seconds, this.signal))) throw new CallOver();
  }

  /** @throws {CallOver} when the call has ended */
  check(): void {
    if (this.signal.aborted) throw new CallOver();
  }

  private step(event: Exclude<CallEvent, "completed">): void {
    if (this.signal.aborted) return;
    this.record.status = event === "answered" ? "in-progress" : event;
    this.record.updatedAt = Date.now();
    this.network.ledger.write("call_status", this.summary());
    const counted = this.record.direction === "inbound" ? 0 : this.sequence++;
    this.onEvent(event, counted);
  }

  private summary() {
    const { sid, parentCallSid, from, to, direction, status, forwardedFrom } = this.record;
    return { callSid: sid, parentCallSid, from, to, direction, status, forwardedFrom };
  }
}
