import { describe, expect, it } from "vitest";
import { CHECKS, type Check, REASONS, type Reason } from "../../db/enums";
import { decide, KEEPS_LEAD } from "./decide";
import type { Facts } from "./facts";
import { RULES } from "./rules";
import { ago, factsWith, NOW, TEXTABLE } from "./testing/facts";

type Case = { check: Check; facts: Facts; leadKept: boolean };

const night = new Date("2026-06-10T09:00:00Z");
const callAtNight = { startedAt: night, endedAt: night };

/** Every reason of product section 3: facts that stop there, by which check, and whether the lead is kept. */
const CASES: Record<Reason, Case> = {
  answered: { check: "missed", facts: factsWith({ call: { outcome: "answered" } }), leadKept: false },
  answered_by_voicemail: { check: "missed", facts: factsWith({ call: { outcome: "voicemail" } }), leadKept: false },
  workspace_inactive: { check: "live_line", facts: factsWith({ line: { workspaceActive: false } }), leadKept: false },
  line_paused: { check: "live_line", facts: factsWith({ line: { pausedUntil: ago(-60) } }), leadKept: true },
  setup_incomplete: { check: "live_line", facts: factsWith({ line: { mode: "direct" } }), leadKept: true },
  forwarding_unverified: { check: "live_line", facts: factsWith({ line: { forwarding: "seen" } }), leadKept: true },
  text_back_off: { check: "live_line", facts: factsWith({ line: { textBackOn: false } }), leadKept: true },
  already_processed: { check: "first_time", facts: factsWith({ call: { secondLeg: true } }), leadKept: false },
  voice_recovery_completed: { check: "no_voice_help", facts: factsWith({ voice: { helped: true } }), leadKept: true },
  billing_inactive: { check: "plan", facts: factsWith({ plan: { plan: "solo", status: "unpaid" } }), leadKept: true },
  plan_without_text_back: { check: "plan", facts: factsWith({ plan: { plan: "paused" } }), leadKept: true },
  usage_exhausted: { check: "plan", facts: factsWith({ plan: { callersThisMonth: 5 } }), leadKept: true },
  texting_not_registered: { check: "registration", facts: factsWith({ registration: "submitted" }), leadKept: true },
  caller_id_withheld: { check: "reachable", facts: factsWith({ caller: { kind: "withheld" } }), leadKept: false },
  landline: { check: "reachable", facts: factsWith({ caller: { lineType: "landline" } }), leadKept: true },
  not_a_phone: { check: "reachable", facts: factsWith({ caller: { region: "not_a_phone" } }), leadKept: true },
  region_not_allowed: { check: "reachable", facts: factsWith({ caller: { region: "not_allowed" } }), leadKept: true },
  own_number: { check: "reachable", facts: factsWith({ caller: { ownNumber: true } }), leadKept: false },
  suspected_spoof: { check: "reachable", facts: factsWith({ caller: { spoofed: true } }), leadKept: true },
  opted_out: { check: "allowed", facts: factsWith({ refusals: { optedOutAt: ago(9999) } }), leadKept: true },
  declined_by_voice: {
    check: "allowed",
    facts: factsWith({ call: { declinedByVoice: true }, refusals: { optedOutAt: NOW } }),
    leadKept: true,
  },
  blocked: { check: "allowed", facts: factsWith({ refusals: { blocked: true } }), leadKept: false },
  personal_contact: { check: "allowed", facts: factsWith({ refusals: { personalContact: true } }), leadKept: false },
  conversation_active: {
    check: "no_conversation",
    facts: factsWith({ conversation: { lastExchangeAt: ago(29) } }),
    leadKept: true,
  },
  within_cool_down: {
    check: "cool_down",
    facts: factsWith({ coolDown: { lastOpeningAt: ago(1439) } }),
    leadKept: true,
  },
  rate_capped: { check: "limits", facts: factsWith({ limits: { callersThisHour: 30 } }), leadKept: true },
  too_late: { check: "limits", facts: factsWith({ call: { endedAt: ago(11) } }), leadKept: true },
  outside_texting_hours: {
    check: "texting_hours",
    facts: factsWith({ now: night, call: callAtNight, hours: { replyAnyHour: false } }),
    leadKept: true,
  },
};

const verdictOf = (facts: Facts) => decide(facts).reason ?? "text";

describe("decide", () => {
  it("texts when nothing stands against it, and every check passed", () => {
    const { verdict, reason, trace } = decide(TEXTABLE);
    expect({ verdict, reason }).toEqual({ verdict: "text", reason: null });
    expect(trace.map(({ check, verdict: one }) => [check, one])).toEqual(CHECKS.map((check) => [check, "passed"]));
  });

  it("runs the checks in the one order", () => {
    expect(RULES.map(({ check }) => check)).toEqual(CHECKS);
  });

  it.each(REASONS)("stops at %s: what comes before passed, what comes after is not checked", (reason) => {
    const { check, facts } = CASES[reason];
    const decision = decide(facts);
    expect(decision.verdict).toBe(reason === "outside_texting_hours" ? "hold" : "skip");
    expect(decision.reason).toBe(reason);
    const stop = CHECKS.indexOf(check);
    expect(decision.trace.map((entry) => [entry.check, entry.verdict])).toEqual(
      CHECKS.map((one, index) => [one, index < stop ? "passed" : index === stop ? "stopped" : "not_checked"]),
    );
    for (const entry of decision.trace) expect(entry.detail).not.toBe("");
  });

  it.each(REASONS)("keeps the lead of %s as the specification says", (reason) => {
    expect(KEEPS_LEAD[reason]).toBe(CASES[reason].leadKept);
  });

  it("leaves the AI voice check out where there is no AI voice", () => {
    const checks = decide(factsWith({ voice: null })).trace.map(({ check }) => check);
    expect(checks).toEqual(CHECKS.filter((check) => check !== "no_voice_help"));
  });

  it("names a weekday while it can be only one, and the day before that", () => {
    const proved = (minutes: number) => decide(factsWith({ line: { forwardingProvedAt: ago(minutes) } }));
    const details = [60, 2 * 1440, 8 * 1440].map((minutes) => proved(minutes).trace[1]?.detail);
    expect(details).toEqual(["Verified today", "Verified Sunday", "Verified Jun 1"]);
  });

  it("is pure: the same facts give the same answer", () => {
    for (const { facts } of Object.values(CASES)) expect(decide(facts)).toEqual(decide(structuredClone(facts)));
  });
});

describe("the edges", () => {
  it.each<[string, Facts, Reason | "text"]>([
    [
      "voicemail calls, where they are texted",
      factsWith({ call: { outcome: "voicemail", textVoicemailCalls: true } }),
      "text",
    ],
    ["AI voice that broke off", factsWith({ call: { outcome: "voice_ai" } }), "text"],
    ["a pause that is over", factsWith({ line: { pausedUntil: NOW } }), "text"],
    ["forwarding that has gone stale warns and texts", factsWith({ line: { forwarding: "stale" } }), "text"],
    [
      "a direct line with phones needs no forwarding",
      factsWith({ line: { mode: "direct", hasPhones: true, forwarding: "not_started" } }),
      "text",
    ],
    ["a number that is not active", factsWith({ line: { numberState: "released" } }), "setup_incomplete"],
    [
      "a caller who is counted already, at the limit",
      factsWith({ plan: { callersThisMonth: 5, callerAlreadyCounted: true } }),
      "text",
    ],
    ["the last caller before twice a soft limit", factsWith({ plan: { plan: "solo", callersThisMonth: 199 } }), "text"],
    ["twice a soft limit", factsWith({ plan: { plan: "solo", callersThisMonth: 200 } }), "usage_exhausted"],
    [
      "a trial that is over is Free",
      factsWith({ plan: { plan: "solo", status: "trialing", trialEndsAt: ago(1), callersThisMonth: 5 } }),
      "usage_exhausted",
    ],
    [
      "a failed payment within its grace",
      factsWith({ plan: { plan: "solo", status: "past_due", graceEndsAt: ago(-1) } }),
      "text",
    ],
    ["and after it", factsWith({ plan: { plan: "solo", status: "past_due", graceEndsAt: NOW } }), "billing_inactive"],
    ["no registration needed", factsWith({ registration: "not_needed" }), "text"],
    ["a client that is no phone", factsWith({ caller: { kind: "not_a_phone" } }), "not_a_phone"],
    ["a line type nobody knows", factsWith({ caller: { lineType: null } }), "text"],
    ["a conversation that has just gone quiet", factsWith({ conversation: { lastExchangeAt: ago(30) } }), "text"],
    ["a wait that has just passed", factsWith({ coolDown: { lastOpeningAt: ago(1440) } }), "text"],
    ["an opening that is on its way", factsWith({ coolDown: { openingPending: true } }), "within_cool_down"],
    ["an opening from a clock ahead of ours", factsWith({ coolDown: { lastOpeningAt: ago(-1) } }), "within_cool_down"],
    [
      "one below every cap",
      factsWith({ limits: { callersThisHour: 29, callersToday: 199, spentTodayCents: 498, automaticToCaller: 2 } }),
      "text",
    ],
    ["the cap of the day", factsWith({ limits: { callersToday: 200 } }), "rate_capped"],
    ["the cap on spending", factsWith({ limits: { spentTodayCents: 500 } }), "rate_capped"],
    ["a text that would pass the cap", factsWith({ limits: { spentTodayCents: 499 } }), "rate_capped"],
    ["three automatic texts in a day", factsWith({ limits: { automaticToCaller: 3 } }), "rate_capped"],
    ["ten minutes to the millisecond", factsWith({ call: { endedAt: ago(10) } }), "text"],
  ])("%s", (_, facts, expected) => {
    expect(verdictOf(facts)).toBe(expected);
  });

  it("answers their own call at any hour, but only within five minutes", () => {
    expect(verdictOf(factsWith({ now: night, call: callAtNight }))).toBe("text");
    const later = new Date(night.getTime() + 5 * 60_000 + 1);
    expect(verdictOf(factsWith({ now: later, call: callAtNight }))).toBe("outside_texting_hours");
  });

  it("holds until the next opening on the workspace's wall clock", () => {
    const held = decide(CASES.outside_texting_hours.facts);
    expect(held).toMatchObject({ verdict: "hold", until: new Date("2026-06-10T15:00:00Z") });
  });

  it("counts a held text's age from the opening, not from the call", () => {
    const opening = new Date("2026-06-10T15:00:00Z");
    const held = { heldUntil: opening, call: callAtNight, hours: { replyAnyHour: false } };
    const past = (minutes: number) => new Date(opening.getTime() + minutes * 60_000);
    expect(verdictOf(factsWith({ ...held, now: opening }))).toBe("text");
    expect(verdictOf(factsWith({ ...held, now: past(10) }))).toBe("text");
    expect(verdictOf(factsWith({ ...held, now: past(11) }))).toBe("too_late");
  });

  it("does not hold for ever where no hour is a texting hour", () => {
    const closed = { now: night, call: callAtNight, hours: { replyAnyHour: false, schedule: Array(7).fill([]) } };
    expect(decide(factsWith(closed))).toMatchObject({ verdict: "skip", reason: "text_back_off" });
  });
});
