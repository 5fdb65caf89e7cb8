import type { Plan } from "../../db/enums";

export type PlanFeatures = {
  aiSms: boolean;
  followUps: boolean;
  aiVoice: boolean;
  api: boolean;
  webhooks: boolean;
};

/** Call log, leads, texts written by people and export are part of every plan and therefore no features. */
export type PlanDetails = {
  name: string;
  priceCents: number;
  /** Different callers who get an automatic opening in a billing month; null is no limit. */
  callersPerMonth: number | null;
  /** A hard limit stops at itself; a soft one warns, and stops at twice itself. */
  limitIs: "hard" | "soft" | "none";
  /** `as_is`: keeps what it has, adds none. Null is no limit. */
  numbers: number | "as_is" | null;
  members: number | "as_is" | null;
  features: PlanFeatures;
};

const NOTHING_EXTRA: PlanFeatures = { aiSms: false, followUps: false, aiVoice: false, api: false, webhooks: false };
const AUTOMATION: PlanFeatures = { ...NOTHING_EXTRA, aiSms: true, followUps: true, aiVoice: true };
const EVERYTHING: PlanFeatures = { ...AUTOMATION, api: true, webhooks: true };

export const PLAN_DETAILS: Record<Plan, PlanDetails> = {
  free: {
    name: "Free",
    priceCents: 0,
    callersPerMonth: 5,
    limitIs: "hard",
    numbers: 1,
    members: 1,
    features: NOTHING_EXTRA,
  },
  solo: {
    name: "Solo",
    priceCents: 4900,
    callersPerMonth: 100,
    limitIs: "soft",
    numbers: 1,
    members: 2,
    features: AUTOMATION,
  },
  team: {
    name: "Team",
    priceCents: 9900,
    callersPerMonth: 250,
    limitIs: "soft",
    numbers: 3,
    members: 10,
    features: EVERYTHING,
  },
  paused: {
    name: "Paused",
    priceCents: 500,
    callersPerMonth: 0,
    limitIs: "none",
    numbers: "as_is",
    members: "as_is",
    features: NOTHING_EXTRA,
  },
  self_hosted: {
    name: "Self-hosted",
    priceCents: 0,
    callersPerMonth: null,
    limitIs: "none",
    numbers: null,
    members: null,
    features: EVERYTHING,
  },
};

export const TRIAL_PLAN: Plan = "solo";
export const TRIAL_DAYS = 14;
export const GRACE_DAYS = 7;

/** Whether one more number or member fits beside those there are. */
export function hasRoomFor(limit: PlanDetails["numbers"], used: number): boolean {
  if (limit === null) return true;
  return limit !== "as_is" && used < limit;
}
