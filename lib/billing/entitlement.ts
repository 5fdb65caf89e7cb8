import type { Plan, Reason, SubscriptionStatus } from "../../db/enums";
import { PLAN_DETAILS, type PlanFeatures } from "./plans";

export type EntitlementFacts = {
  plan: Plan;
  status: SubscriptionStatus;
  trialEndsAt: Date | null;
  graceEndsAt: Date | null;
  /** When a canceled plan that was paid for runs out; null while that is not known. */
  periodEndsAt?: Date | null;
  /** Different callers with an automatic opening this billing month. */
  callersThisMonth: number;
  /** This caller is already among them: the limit stops new callers only. */
  callerAlreadyCounted?: boolean;
  now: Date;
};

export type BillingReason = Extract<Reason, "billing_inactive" | "plan_without_text_back" | "usage_exhausted">;

export type Entitlement = {
  mayText: boolean;
  reason: BillingReason | null;
  /** What applies now: a trial that is over is Free, whatever the subscription says. */
  effectivePlan: Plan;
  limit: number | null;
  used: number;
  usage: "normal" | "near" | "at_limit";
  /** The highest mark passed, in percent: one notice is due at each. */
  usageMark: 0 | 80 | 100 | 150 | 200;
  aiAllowed: boolean;
  features: PlanFeatures;
  trialDaysLeft: number | null;
  /** A payment failed: automatic texts stop then. */
  textsStopAt: Date | null;
};

const DAY = 86_400_000;

/** What the workspace may do now, by its plan, its payments and this month's callers. */
export function entitlement(facts: EntitlementFacts): Entitlement {
  const { plan: effectivePlan, paid } = planNow(facts);
  const details = PLAN_DETAILS[effectivePlan];
  const limit = details.callersPerMonth;
  const used = facts.callersThisMonth;
  const reason = reasonAgainst(effectivePlan, paid, facts);
  const inTrial = facts.status === "trialing" && effectivePlan === facts.plan && facts.trialEndsAt !== null;
  return {
    mayText: reason === null,
    reason,
    effectivePlan,
    limit,
    used,
    usage: usageOf(limit, used),
    usageMark: markOf(limit, used),
    aiAllowed: paid && details.features.aiSms && (limit === null || used < limit),
    features: details.features,
    trialDaysLeft:
      inTrial && facts.trialEndsAt ? Math.ceil((facts.trialEndsAt.getTime() - facts.now.getTime()) / DAY) : null,
    textsStopAt: facts.status === "past_due" ? facts.graceEndsAt : null,
  };
}

function planNow(facts: EntitlementFacts): { plan: Plan; paid: boolean } {
  const { plan, status, now } = facts;
  if (plan === "self_hosted") return { plan, paid: true };
  const running = (until: Date | null | undefined) => until == null || now < until;
  switch (status) {
    case "self_hosted":
      return { plan: "self_hosted", paid: true };
    case "active":
      return { plan, paid: true };
    case "trialing":
      return { plan: running(facts.trialEndsAt) ? plan : "free", paid: true };
    case "canceling":
      return { plan: running(facts.periodEndsAt) ? plan : "free", paid: true };
    case "canceled":
      return { plan: "free", paid: true };
    case "past_due":
      return { plan, paid: running(facts.graceEndsAt) };
    case "unpaid":
      return { plan, paid: false };
  }
}

function reasonAgainst(plan: Plan, paid: boolean, facts: EntitlementFacts): BillingReason | null {
  if (!paid) return "billing_inactive";
  const { callersPerMonth, limitIs } = PLAN_DETAILS[plan];
  if (callersPerMonth === 0) return "plan_without_text_back";
  if (callersPerMonth === null || facts.callerAlreadyCounted) return null;
  const stopsAt = limitIs === "soft" ? callersPerMonth * 2 : callersPerMonth;
  return facts.callersThisMonth >= stopsAt ? "usage_exhausted" : null;
}

function usageOf(limit: number | null, used: number): Entitlement["usage"] {
  const mark = markOf(limit, used);
  if (mark === 0) return "normal";
  return mark === 80 ? "near" : "at_limit";
}

function markOf(limit: number | null, used: number): Entitlement["usageMark"] {
  if (limit === null || limit === 0) return 0;
  return ([200, 150, 100, 80] as const).find((mark) => used * 100 >= limit * mark) ?? 0;
}
