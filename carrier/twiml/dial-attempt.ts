import { bridge } from "../calls/bridge";
import { CallOver, type LiveCall } from "../calls/live-call";
import type { Network } from "../network";
import { DialLeg } from "./dial-leg";
import type { DialNumber, DialPlan } from "./dial-plan";

/** One Dial while it rings, is screened and talks. */
export class DialAttempt {
  private readonly legs: DialLeg[] = [];
  private bridged: DialLeg | undefined;

  constructor(
    private readonly network: Network,
    private readonly parent: LiveCall,
    private readonly plan: DialPlan,
  ) {}

  /** Resolves when nobody is left to ring or talk. @throws {CallOver} when the caller hangs up first */
  async run(): Promise<void> {
    const { numbers, sequential } = this.plan;
    const rounds = sequential ? numbers.map((number) => [number]) : [numbers];
    for (const round of rounds) {
      await Promise.race([Promise.all(round.map((number) => this.ringOne(number))), this.callerGone()]);
      if (this.bridged) return;
    }
  }

  /** Hangs up on every phone that still rings or talks. */
  cancel(): void {
    for (const leg of this.legs) leg.cancel();
  }

  /** The action's parameters. */
  result(): Record<string, string> {
    const decisive = this.bridged ?? this.mostTelling();
    const result: Record<string, string> = {
      DialCallStatus: decisive?.live.record.status ?? "failed",
      DialBridged: String(this.bridged !== undefined),
    };
    if (decisive) result.DialCallSid = decisive.live.record.sid;
    if (decisive?.live.record.answeredAt) {
      result.DialCallDuration = String(decisive.live.record.durationSeconds ?? 0);
    }
    return result;
  }

  private async ringOne(number: DialNumber): Promise<void> {
    const leg = new DialLeg({ network: this.network, parent: this.parent, plan: this.plan, number });
    this.legs.push(leg);
    const onPickUp = () => {
      if (this.network.settings.hangUpOthers === "on_pick_up") this.cancelOthers(leg);
    };
    const far = await leg.ringUntilAccepted(onPickUp);
    if (!far) return;
    const caller = this.parent.remote;
    if (this.bridged || this.parent.signal.aborted || !caller) return leg.live.finish("completed");
    this.bridged = leg;
    this.cancelOthers(leg);
    this.parent.answer();
    await bridge(caller, far, leg.live.signal);
    leg.live.finish("completed");
  }

  private cancelOthers(chosen: DialLeg): void {
    for (const leg of this.legs) if (leg !== chosen) leg.cancel();
  }

  /** Picked up says more than rang out, and that more than busy. */
  private mostTelling(): DialLeg | undefined {
    const order = ["completed", "no-answer", "busy", "failed", "canceled"];
    const rank = (leg: DialLeg) => order.indexOf(leg.live.record.status);
    return [...this.legs].sort((left, right) => rank(left) - rank(right))[0];
  }

  private callerGone(): Promise<never> {
    return new Promise((_, reject) => {
      const over = () => reject(new CallOver());
      if (this.parent.signal.aborted) over();
      else this.parent.signal.addEventListener("abort", over, { once: true });
    });
  }
}
