import { describe, expect, it } from "vitest";
import { PLANS, SUBSCRIPTION_STATUSES } from "../../db/enums";
import { type EntitlementFacts, entitlement } from "./entitlement";

const now = new Date("2026-06-03T12:00:00Z");
const before = new Date("2026-06-03T11:59:59Z");
const after = new Date("2026-06-03T12:00:01Z");
const facts = (some: Partial<EntitlementFacts>): EntitlementFacts => ({
  plan: "solo",
  status: "active",
  trialEndsAt: null,
  graceEndsAt: null,
  callersThisMonth: 0,
  now,
  ...some,
});

describe("the payment decides", () => {
  it.each([
    [{ status: "active" }, "solo", null],
    [{ status: "trialing", trialEndsAt: after }, "solo", null],
    [{ status: "trialing", trialEndsAt: now }, "free", null],
    [{ status: "trialing", trialEndsAt: before }, "free", null],
    [{ status: "trialing", trialEndsAt: before, callersThisMonth: 5 }, "free", "usage_exhausted"],
    [{ status: "past_due", graceEndsAt: after }, "solo", null],
    [{ status: "past_due", graceEndsAt: now }, "solo", "billing_inactive"],
    [{ status: "past_due", graceEndsAt: before }, "solo", "billing_inactive"],
    [{ status: "past_due", graceEndsAt: null }, "solo", null],
    [{ status: "unpaid" }, "solo", "billing_inactive"],
    [{ status: "unpaid", plan: "paused" }, "paused", "billing_inactive"],
    [{ status: "canceling", periodEndsAt: after }, "solo", null],
    [{ status: "canceling", periodEndsAt: now }, "free", null],
    [{ status: "canceling" }, "solo", null],
    [{ status: "canceled", plan: "team" }, "free", null],
    [{ status: "self_hosted" }, "self_hosted", null],
    [{ status: "unpaid", plan: "self_hosted" }, "self_hosted", null],
    [{ plan: "paused" }, "paused", "plan_without_text_back"],
    [{ plan: "paused", callersThisMonth: 900, callerAlreadyCounted: true }, "paused", "plan_without_text_back"],
  ] as const)("%j is %s, stopped by %s", (some, effectivePlan, reason) => {
    expect(entitlement(facts(some))).toMatchObject({ effectivePlan, reason, mayText: reason === null });
  });
});

describe("the month's callers decide", () => {
  it.each([
    ["free", 3, "normal", 0, null],
    ["free", 4, "near", 80, null],
    ["free", 5, "at_limit", 100, "usage_exhausted"],
    ["solo", 79, "normal", 0, null],
    ["solo", 80, "near", 80, null],
    ["solo", 99, "near", 80, null],
    ["solo", 100, "at_limit", 100, null],
    ["solo", 149, "at_limit", 100, null],
    ["solo", 150, "at_limit", 150, null],
    ["solo", 199, "at_limit", 150, null],
    ["solo", 200, "at_limit", 200, "usage_exhausted"],
    ["team", 199, "normal", 0, null],
    ["team", 200, "near", 80, null],
    ["team", 499, "at_limit", 150, null],
    ["team", 500, "at_limit", 200, "usage_exhausted"],
    ["self_hosted", 1_000_000, "normal", 0, null],
  ] as const)("%s with %d callers is %s at %d, stopped by %s", (plan, callersThisMonth, usage, usageMark, reason) => {
    expect(entitlement(facts({ plan, callersThisMonth }))).toMatchObject({ usage, usageMark, reason });
  });

  it("goes on texting a caller who is already counted", () => {
    const full = facts({ plan: "free", callersThisMonth: 5, callerAlreadyCounted: true });
    expect(entitlement(full)).toMatchObject({ mayText: true, usage: "at_limit" });
  });
});

describe("AI", () => {
  it.each([
    [{ plan: "solo", callersThisMonth: 99 }, true],
    [{ plan: "solo", callersThisMonth: 100 }, false],
    [{ plan: "free" }, false],
    [{ plan: "paused" }, false],
    [{ plan: "self_hosted", callersThisMonth: 9999 }, true],
    [{ plan: "team", status: "unpaid" }, false],
    [{ plan: "team", status: "past_due", graceEndsAt: after }, true],
    [{ plan: "solo", status: "trialing", trialEndsAt: before }, false],
  ] as const)("with %j: %s", (some, allowed) => {
    expect(entitlement(facts(some)).aiAllowed).toBe(allowed);
  });
});

it("counts the days of a trial that are left", () => {
  const left = (trialEndsAt: Date) => entitlement(facts({ status: "trialing", trialEndsAt })).trialDaysLeft;
  expect(left(new Date("2026-06-12T11:00:00Z"))).toBe(9);
  expect(left(after)).toBe(1);
  expect(left(before)).toBeNull();
  expect(entitlement(facts({})).trialDaysLeft).toBeNull();
});

it("says when texts stop after a failed payment", () => {
  expect(entitlement(facts({ status: "past_due", graceEndsAt: after })).textsStopAt).toEqual(after);
  expect(entitlement(facts({ graceEndsAt: after })).textsStopAt).toBeNull();
});

it("has an answer for every plan with every status", () => {
  for (const plan of PLANS) {
    for (const status of SUBSCRIPTION_STATUSES) {
      const { mayText, reason, effectivePlan } = entitlement(facts({ plan, status }));
      expect(mayText).toBe(reason === null);
      expect(PLANS).toContain(effectivePlan);
    }
  }
});
