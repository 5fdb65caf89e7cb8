import { LiveCall } from "../calls/live-call";
import { Party } from "../calls/party";
import { ring } from "../calls/ring";
import type { Network } from "../network";
import { sendCallStatus } from "../webhooks/call-status-webhook";
import { sendWebhook } from "../webhooks/send-webhook";
import type { DialNumber, DialPlan } from "./dial-plan";
import { runTwiml, survive } from "./run-call";

const DETECTION_SECONDS = 3;

interface LegStart {
  network: Network;
  parent: LiveCall;
  plan: DialPlan;
  number: DialNumber;
}

/** One phone of a Dial: a call of its own, a child of the caller's. */
export class DialLeg {
  readonly live: LiveCall;
  /** Our end while it rings. */
  private readonly near: Party;

  constructor(private readonly start: LegStart) {
    const { network, parent, plan, number } = start;
    this.near = new Party(network.clock);
    this.live = new LiveCall(network, {
      from: plan.callerId,
      to: number.to,
      direction: "outbound-dial",
      parentCallSid: parent.record.sid,
    });
    this.live.signal.addEventListener("abort", () => this.near.hangUp(), { once: true });
    const { status } = number;
    if (!status) return;
    const target = { ...status, kind: "leg_status" } as const;
    this.live.onEvent = (event, sequence) => {
      if (status.events.includes(event)) sendCallStatus(network, this.live, { sequence, target });
    };
  }

  /** @returns the phone's end once its screening let the call through; nothing when it never does */
  async ringUntilAccepted(onPickUp: () => void): Promise<Party | undefined> {
    const { network, plan, number } = this.start;
    const { live, near } = this;
    live.initiate();
    const cancelTimeout = network.clock.after(plan.timeoutSeconds, () => near.hangUp());
    const outcome = await ring(network, {
      from: plan.callerId,
      to: number.to,
      near,
      callSid: live.record.sid,
      onRinging: () => live.ring(),
    });
    cancelTimeout();
    if (outcome.kind !== "answered") {
      // What ends the ringing from our side is the timeout; a leg that was cancelled has ended already.
      live.finish(outcome.kind === "canceled" ? "no-answer" : outcome.kind);
      return undefined;
    }
    live.answer();
    live.connect(outcome.far);
    onPickUp();
    this.listen();
    return (await this.accepts()) ? outcome.far : undefined;
  }

  cancel(): void {
    this.live.finish(this.live.record.answeredAt === null ? "canceled" : "completed");
  }

  /** Answering machine detection: heard a few seconds after the pick-up, and told once. */
  private listen(): void {
    const { network, number } = this.start;
    const { detection } = number;
    if (!detection) return;
    const { record, signal } = this.live;
    const machine = network.state.phone(number.to).behaviour === "voicemail";
    const tell = () => {
      const parameters = {
        AccountSid: network.accountSid,
        CallSid: record.sid,
        AnsweredBy: machine ? "machine_start" : "human",
        MachineDetectionDuration: String(DETECTION_SECONDS * 1000),
      };
      void sendWebhook(network, { ...detection, kind: "detection", sid: record.sid, parameters });
    };
    signal.addEventListener("abort", network.clock.after(DETECTION_SECONDS, tell), { once: true });
  }

  private async accepts(): Promise<boolean> {
    const { network, number } = this.start;
    if (!number.screen) return true;
    try {
      const end = await runTwiml(network, this.live, { ...number.screen, kind: "screen", extra: {} });
      if (end.kind === "finished") return true;
      this.live.finish("completed");
    } catch (error) {
      await survive(this.live, error);
    }
    return false;
  }
}
