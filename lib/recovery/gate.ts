import {
  CHECKS,
  type Check,
  type MessagePurpose,
  type NumberState,
  type Reason,
  type RegistrationState,
} from "../../db/enums";
import type { Facts } from "./facts";

/** What a text that a person decides on passes: never taken away by a plan, its limits, a wait or the hour. */
const BY_A_PERSON = ["live_line", "registration", "reachable", "allowed", "limits"] as const satisfies readonly Check[];

/** Which of the decision's ordered checks each kind of text passes. A purpose without a row does not compile. */
export const GATE = {
  text_back: CHECKS,
  reply: BY_A_PERSON,
  opt_out_confirmation: ["live_line", "reachable", "limits"],
  inbound: [],
} as const satisfies Record<MessagePurpose, readonly Check[]>;

/** "Text them anyway" has the purpose of an opening and passes as a person's text. */
export type GatedPurpose = "reply" | "text_anyway" | "opt_out_confirmation";

const CHECKS_OF: Record<GatedPurpose, readonly GatedCheck[]> = {
  reply: GATE.reply,
  text_anyway: GATE.reply,
  opt_out_confirmation: GATE.opt_out_confirmation,
};

type GatedCheck = (typeof BY_A_PERSON)[number];

/** A member's texts in an hour, and those to one caller in ten minutes. */
export const MEMBER_TEXTS_AN_HOUR = 30;
export const CONVERSATION_TEXTS = { most: 10, minutes: 10 } as const;

/** What the gate looks at, for a text that is not the decision's own. */
export type GateFacts = {
  purpose: GatedPurpose;
  workspace: { active: boolean; suspended: boolean };
  /** Null when the workspace has no number to text from. */
  numberState: NumberState | null;
  registration: RegistrationState;
  caller: { region: Facts["caller"]["region"]; country: string | null; ownNumber: boolean };
  refusals: { optedOut: boolean; blocked: boolean };
  limits: {
    /** Texts of this member in the last hour. */
    ofMember: number;
    /** Texts to this caller in the last ten minutes. */
    toCaller: number;
    spentTodayCents: number;
    /** What this text would cost. */
    textCents: number;
    dailySpendCapCents: number;
    installationTexts: number;
    installationCeiling: number;
    /** A confirmation went to them within a day. */
    confirmedLately: boolean;
  };
};

export type RateCap = "member_hour" | "conversation" | "spending" | "installation" | "confirmed";

/** Why a text does not pass: the trace's check and reason, and which limit it was. */
export type GateRefusal = { check: Check; reason: Reason; cap?: RateCap; country?: string | null; suspended?: boolean };

const JUDGES: Record<GatedCheck, (facts: GateFacts) => Omit<GateRefusal, "check"> | null> = {
  live_line: ({ workspace, numberState, purpose }) => {
    if (workspace.suspended) return { reason: "workspace_inactive", suspended: true };
    if (!workspace.active) return { reason: "workspace_inactive", suspended: false };
    return numberState === "active" || purpose === "opt_out_confirmation" ? null : { reason: "setup_incomplete" };
  },
  registration: ({ registration }) =>
    registration === "approved" || registration === "not_needed" ? null : { reason: "texting_not_registered" },
  reachable: ({ caller, purpose }) => {
    if (caller.region === "not_a_phone") return { reason: "not_a_phone" };
    if (caller.region === "not_allowed") return { reason: "region_not_allowed", country: caller.country };
    return caller.ownNumber && purpose !== "opt_out_confirmation" ? { reason: "own_number" } : null;
  },
  allowed: ({ refusals }) => {
    if (refusals.optedOut) return { reason: "opted_out" };
    return refusals.blocked ? { reason: "blocked" } : null;
  },
  limits: ({ purpose, limits }) => {
    const cap = purpose === "opt_out_confirmation" ? confirmationCap(limits) : personCap(limits);
    return cap && { reason: "rate_capped", cap };
  },
};

/** Whether a text may go, and otherwise the first check that stops it. Pure. */
export function passGate(facts: GateFacts): GateRefusal | null {
  for (const check of CHECKS_OF[facts.purpose]) {
    const stopped = JUDGES[check](facts);
    if (stopped) return { check, ...stopped };
  }
  return null;
}

function personCap(limits: GateFacts["limits"]): RateCap | null {
  if (limits.ofMember >= MEMBER_TEXTS_AN_HOUR) return "member_hour";
  if (limits.toCaller >= CONVERSATION_TEXTS.most) return "conversation";
  if (limits.spentTodayCents + limits.textCents > limits.dailySpendCapCents) return "spending";
  return limits.installationTexts >= limits.installationCeiling ? "installation" : null;
}

/** An opt-out is confirmed once a day, whatever else the day held. */
function confirmationCap({ confirmedLately }: GateFacts["limits"]): RateCap | null {
  return confirmedLately ? "confirmed" : null;
}
