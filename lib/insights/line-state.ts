import type { NumberState, RegistrationState, RoutingMode } from "../../db/enums";
import { formatDay, formatWaiting } from "../format/time";
import { formatPhone } from "../phone/e164";
import { type ForwardingFacts, forwardingNow } from "../phone/setup";
import { firstName, spelledMoment } from "../recovery/explain-amounts";

export type LineFacts = {
  workspaceActive: boolean;
  /** By the operator of the installation. */
  suspended: boolean;
  textBackOn: boolean;
  pausedUntil: Date | null;
  pausedBy: string | null;
  registration: RegistrationState;
  /** Null before the workspace has a number. */
  number:
    | (ForwardingFacts & {
        e164: string;
        state: NumberState;
        mode: RoutingMode;
        wiringProblem: string | null;
        /** Phones that can be rung. */
        phones: number;
      })
    | null;
  lastMissedAt: Date | null;
  timeZone: string;
  now: Date;
};

export type LineState = {
  family: "answer" | "marker" | "stamp" | "quiet";
  words: string;
  /** What it means for callers, when that is not plain. */
  means: string | null;
};

/** Whether the line works, in the words every screen shows. What stops most callers comes first. */
export function lineState(facts: LineFacts): LineState {
  const { number, now, timeZone } = facts;
  if (facts.suspended) {
    return broken("Suspended by the operator", "Calls are logged. No phone rings and no text goes out.");
  }
  if (!facts.workspaceActive) return quiet("Switched off", "Calls are logged. Nobody is texted.");
  if (!number) return waits("Not set up yet", "Choose a number to begin.");
  if (number.state !== "active") return waits("Number on its way", "Your number is being set up.");
  if (number.wiringProblem) return broken("Calls don't reach us", number.wiringProblem);
  if (number.mode === "direct" && number.phones === 0) {
    return waits("No phone to ring", "Add the phone that should ring.");
  }
  const forwarding = forwardingNow(number, now);
  if (number.mode === "forwarding" && forwarding === "failed") {
    return broken("Not forwarding", "The test call didn't come through, so missed callers are not texted.");
  }
  if (number.mode === "forwarding" && forwarding !== "verified" && forwarding !== "stale") {
    return waits("Forwarding not checked", "Make one test call, so that we know missed calls reach us.");
  }
  if (facts.pausedUntil && facts.pausedUntil > now) {
    const who = facts.pausedBy ? ` by ${firstName(facts.pausedBy)}` : "";
    return quiet(
      `Paused${who} until ${spelledMoment(facts.pausedUntil, now, timeZone)}`,
      "Calls are logged. Nobody is texted.",
    );
  }
  if (!facts.textBackOn) return quiet("Texting is off", "Calls are logged. Nobody is texted.");
  if (facts.registration === "rejected") {
    return broken("Carriers said no", "Carriers rejected your registration, so missed callers are not texted.");
  }
  if (facts.registration !== "approved" && facts.registration !== "not_needed") {
    return waits("Waiting on carriers", "Calls are logged. Texts begin once carriers have approved your number.");
  }
  if (number.mode === "forwarding" && forwarding === "stale") {
    return waits(
      "Not checked lately",
      "No call has come through for a while. One test call shows whether it still works.",
    );
  }
  return { family: "answer", words: "Live", means: null };
}

export type LineCheck = { ok: boolean; words: string; detail: string };

/** What stands behind the line's state, each with when or how often it was seen. */
export function lineChecks(
  facts: LineFacts,
  health: { reported: number; arrived: number; typicalSeconds: number | null },
): LineCheck[] {
  const { number, registration, now, timeZone } = facts;
  const checks: LineCheck[] = [];
  if (number?.mode === "forwarding") {
    const forwarding = forwardingNow(number, now);
    const seen = number.lastForwardedAt ?? number.forwardingProvedAt;
    checks.push({
      ok: forwarding === "verified",
      words: "Missed calls are forwarding",
      detail: seen ? `Checked ${formatDay(seen, now, timeZone)}` : "Not checked",
    });
  }
  if (number?.mode === "direct") {
    checks.push({
      ok: number.phones > 0,
      words: "Phones to ring",
      detail: number.phones === 1 ? "1 phone" : `${number.phones} phones`,
    });
  }
  const share = health.reported === 0 ? null : Math.round((health.arrived / health.reported) * 100);
  checks.push(
    {
      ok: share === null || share >= 90,
      words: "Texts are arriving",
      detail: share === null ? "None yet" : `${share}% of ${health.reported}`,
    },
    {
      ok: registration === "approved" || registration === "not_needed",
      words: "Text registration",
      detail: REGISTRATION[registration],
    },
    {
      ok: health.typicalSeconds === null || health.typicalSeconds <= 10,
      words: "Typical time to first text",
      detail: health.typicalSeconds === null ? "None yet" : seconds(health.typicalSeconds),
    },
  );
  return checks;
}

export const REGISTRATION: Record<RegistrationState, string> = {
  not_needed: "Not needed",
  not_started: "Not started",
  draft: "Not sent yet",
  submitted: "Carriers are deciding",
  approved: "Approved",
  rejected: "Rejected",
};

/** The card's last line: "Last missed call 12 min ago". */
export function lastMissedWords({ lastMissedAt, now }: Pick<LineFacts, "lastMissedAt" | "now">): string {
  if (!lastMissedAt) return "No missed call yet";
  return `Last missed call ${formatWaiting(Math.max(0, now.getTime() - lastMissedAt.getTime()))} ago`;
}

/** The number as shown beside the state. */
export function lineNumber({ number }: LineFacts): string | null {
  return number ? formatPhone(number.e164) : null;
}

function seconds(amount: number): string {
  return amount === 1 ? "1 second" : amount < 60 ? `${amount} seconds` : `${Math.round(amount / 60)} min`;
}

const quiet = (words: string, means: string): LineState => ({ family: "quiet", words, means });
const waits = (words: string, means: string): LineState => ({ family: "marker", words, means });
const broken = (words: string, means: string): LineState => ({ family: "stamp", words, means });
