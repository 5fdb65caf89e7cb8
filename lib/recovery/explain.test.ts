import { describe, expect, it } from "vitest";
import { CHECKS, MESSAGE_STATUSES, REASONS, RECOVERY_STATES, type Reason } from "../../db/enums";
import { DECISION_TABLE } from "./decision-table";
import { explainRecovery, type ToldCall } from "./explain";
import { CHECK_WORDS } from "./explain-checks";
import { REASON_WORDS } from "./explain-reasons";
import { textResult } from "./explain-result";
import { readStoredFacts, type StoredFacts } from "./stored-facts";

const now = new Date("2026-06-09T17:02:00Z");
const facts: StoredFacts = {
  now,
  heldUntil: null,
  call: {
    outcome: "missed",
    startedAt: new Date("2026-06-09T17:01:40Z"),
    endedAt: now,
    rangSeconds: 20,
    notRung: null,
    answeredBy: "Luis Ortega",
    secondLeg: false,
    declinedByVoice: false,
    textVoicemailCalls: false,
  },
  line: {
    workspaceActive: true,
    suspended: false,
    numberState: "active",
    mode: "forwarding",
    hasPhones: true,
    forwarding: "verified",
    forwardingProvedAt: null,
    pausedUntil: new Date("2026-06-09T22:00:00Z"),
    pausedBy: "Dana Whitfield",
    textBackOn: true,
  },
  voice: null,
  plan: {
    plan: "solo",
    status: "active",
    trialEndsAt: null,
    graceEndsAt: null,
    callersThisMonth: 200,
    callerAlreadyCounted: false,
  },
  registration: "approved",
  caller: {
    kind: "phone",
    lineType: "mobile",
    region: "allowed",
    country: "JM",
    ownNumber: false,
    spoofed: false,
    name: "Jin Park",
  },
  refusals: {
    optedOutAt: new Date("2026-06-02T18:00:00Z"),
    optedOutBy: "caller",
    blocked: true,
    blockedBy: "Dana Whitfield",
    personalContact: false,
  },
  conversation: { lastExchangeAt: null, activeMinutes: 30 },
  coolDown: { lastOpeningAt: new Date("2026-06-09T16:47:00Z"), openingPending: false, minutes: 1440 },
  limits: {
    callersThisHour: 30,
    hourlyCap: 30,
    callersToday: 40,
    dailyCap: 200,
    spentTodayCents: 80,
    textCents: 2,
    dailySpendCapCents: 500,
    automaticToCaller: 0,
    installationTexts: 0,
    installationCeiling: 5000,
  },
  hours: { schedule: [], timeZone: "America/Los_Angeles", replyAnyHour: true },
};

function told(change: Partial<ToldCall> = {}): ToldCall {
  return {
    facts,
    heldUntil: null,
    firstCallId: "b2a51f1e-6f1a-4d0f-9b7e-0a8f9b6f3a11",
    timeZone: "America/Los_Angeles",
    now,
    callState: "missed",
    state: "skipped",
    reason: null,
    text: null,
    textedAt: null,
    textedBy: null,
    answer: "no_reply",
    trace: [],
    ...change,
  };
}

const morning = new Date("2026-06-10T15:00:00Z");

const DESIGN: Record<Reason, [short: string, headline: string, remedy: string | null]> = {
  answered: ["Answered", "No text: Luis answered.", null],
  answered_by_voicemail: ["Went to voicemail", "No text: your voicemail took the call.", "Text these too"],
  workspace_inactive: ["Workspace off", "Not texted: this workspace is switched off.", "Turn it on"],
  line_paused: ["Paused by Dana", "Not texted: Dana paused texting until 3 PM.", "Resume now"],
  setup_incomplete: ["Set-up not finished", "Not texted: your line isn't set up yet.", "Finish set-up"],
  forwarding_unverified: [
    "Forwarding not checked",
    "Not texted: we haven't seen your forwarding work yet.",
    "Check forwarding",
  ],
  text_back_off: ["Texting is off", "Not texted: automatic texts are off.", "Turn them on"],
  already_processed: ["Already handled", "Not texted again: this is the same call, reported twice.", "Open the first"],
  voice_recovery_completed: ["AI voice helped", "Not texted: AI voice already took this call.", "Open the call"],
  billing_inactive: ["Payment failed", "Not texted: your last payment failed, so texting is off.", "Fix billing"],
  plan_without_text_back: ["Plan paused", "Not texted: your plan is paused.", "See plans"],
  usage_exhausted: ["Limit reached", "Not texted: you've used this month's 100 callers.", "See plans"],
  texting_not_registered: [
    "Waiting on carriers",
    "Not texted: carriers haven't approved your registration yet.",
    "See registration",
  ],
  caller_id_withheld: ["No caller ID", "Not texted: they hid their number.", null],
  landline: ["Landline", "Not texted: this is a landline.", "Call back"],
  not_a_phone: ["Can't be texted", "Not texted: this isn't a number that gets texts.", "Call back"],
  region_not_allowed: ["Outside your area", "Not texted: you don't text numbers in Jamaica.", "Call back"],
  own_number: ["Your own number", "No text: this is one of your own numbers.", null],
  suspected_spoof: ["Looks faked", "Not texted: the network says this caller ID is faked.", "Text them anyway"],
  opted_out: ["Opted out", "Not texted: they replied STOP on June 2.", null],
  declined_by_voice: ["Asked for no text", "Not texted: they pressed 9 for no text.", "Call back"],
  blocked: ["Blocked", "Not texted: Dana blocked this number.", "Unblock"],
  personal_contact: ["Personal contact", "Not texted: this is one of your personal contacts.", "Change"],
  conversation_active: [
    "Already texting",
    "Not texted automatically: you and Jin were already texting.",
    "Open conversation",
  ],
  within_cool_down: ["Texted 15 min earlier", "Not texted: we had texted them 15 minutes earlier.", "Text them anyway"],
  rate_capped: [
    "Too many at once",
    "Not texted: 30 new callers in an hour is your limit, to stop misuse.",
    "Raise the limit",
  ],
  too_late: ["Too late", "Not texted: we learned of this call more than 10 minutes after it.", "Text them anyway"],
  outside_texting_hours: ["Will text at 8:00 AM", "Waiting: we'll text at 8:00 AM.", "Send now"],
};

describe("every reason", () => {
  it.each(REASONS)("%s reads as the design says", (reason) => {
    const held = reason === "outside_texting_hours";
    const call = told({ reason, state: held ? "held" : "skipped", heldUntil: held ? morning : null });
    const [short, headline, remedy] = DESIGN[reason];
    expect(REASON_WORDS[reason].short(call)).toBe(short);
    expect(explainRecovery(call)).toMatchObject({ headline });
    expect(explainRecovery(call).remedies[0]?.label ?? null).toBe(remedy);
  });

  it.each(REASONS)("%s keeps its sentence when the facts of an earlier version cannot be read", (reason) => {
    const call = told({ reason, facts: readStoredFacts({ coolDown: "an older shape" }) });
    const { headline, body } = explainRecovery(call);
    expect(headline).toMatch(/^(Not texted|No text|Waiting).*\.$/);
    expect(`${headline} ${body}`).not.toMatch(/undefined|null|NaN|—|!/);
  });
});

it.each(CHECKS)("the check %s has a title, and support sees what it looked at", (check) => {
  expect(CHECK_WORDS[check].title(facts)).toMatch(/^\S.*\S$/);
  expect(CHECK_WORDS[check].inputs.length).toBeGreaterThan(0);
});

it("names the wait between texts as it is set", () => {
  expect(CHECK_WORDS.cool_down.title(facts)).toBe("24 hours since our last text");
});

const NOT_FULL = { installationTexts: 0, installationCeiling: 5000 };

it("names the installation's ceiling where that was reached, and offers nothing that would not help", () => {
  const limits = facts.limits && { ...facts.limits, callersThisHour: 2, installationTexts: 5000 };
  const { headline, remedies } = explainRecovery(told({ reason: "rate_capped", facts: { ...facts, limits } }));
  expect(headline).toBe("Not texted: this installation sends 5000 texts a day at most.");
  expect(remedies).toEqual([]);
});

it("says who ends a suspension", () => {
  const line = facts.line && { ...facts.line, workspaceActive: false, suspended: true };
  const { headline, remedies } = explainRecovery(told({ reason: "workspace_inactive", facts: { ...facts, line } }));
  expect(headline).toBe("Not texted: the operator of this installation has suspended this workspace.");
  expect(remedies).toEqual([]);
});

it("says a cap as it was reached", () => {
  const limits = { callersThisHour: 2, hourlyCap: 30, callersToday: 200, dailyCap: 200 };
  const spent = { spentTodayCents: 0, textCents: 2, dailySpendCapCents: 500, automaticToCaller: 0, ...NOT_FULL };
  const call = told({ reason: "rate_capped", facts: { ...facts, limits: { ...limits, ...spent } } });
  expect(explainRecovery(call).headline).toBe("Not texted: 200 new callers in a day is your limit, to stop misuse.");
});

it("offers no limit to raise when the one reached is not theirs to set", () => {
  const limits = { callersThisHour: 2, hourlyCap: 30, callersToday: 4, dailyCap: 200 };
  const spent = { spentTodayCents: 0, textCents: 2, dailySpendCapCents: 500, automaticToCaller: 3, ...NOT_FULL };
  const call = told({ reason: "rate_capped", facts: { ...facts, limits: { ...limits, ...spent } } });
  expect(explainRecovery(call).remedies.map(({ label }) => label)).toEqual(["Text them anyway"]);
});

it("offers to allow a country that can be chosen", () => {
  const caller = facts.caller && { ...facts.caller, country: "GB" };
  const { headline, remedies } = explainRecovery(told({ reason: "region_not_allowed", facts: { ...facts, caller } }));
  expect(headline).toBe("Not texted: you don't text numbers in the United Kingdom.");
  expect(remedies.map(({ label }) => label)).toEqual(["Allow this country", "Call back"]);
});

it.each([
  ["key_press", "they pressed 9 for no text on June 2"],
  ["member", "somebody on your team opted them out on June 2"],
  ["carrier", "their carrier told us on June 2 that they opted out"],
] as const)("says how they opted out: %s", (optedOutBy, words) => {
  const refusals = facts.refusals && { ...facts.refusals, optedOutBy };
  const stored = readStoredFacts(JSON.parse(JSON.stringify({ ...facts, refusals })));
  expect(explainRecovery(told({ reason: "opted_out", facts: stored })).headline).toBe(`Not texted: ${words}.`);
});

describe("what became of the text", () => {
  const textedAt = new Date(now.getTime() + 6000);

  it("tells how soon after the call it went", () => {
    const call = told({ state: "texted", textedAt, answer: "replied" });
    expect(textResult(call)).toEqual({ kind: "texted", words: "Texted in 6 s", detail: "Replied" });
    expect(explainRecovery(call).rows.at(-1)).toEqual({
      state: "sent",
      title: "Text sent",
      detail: "6 s after the call",
    });
  });

  it("names the person who texted them anyway", () => {
    const call = told({ state: "texted", reason: "within_cool_down", textedAt, textedBy: "Dana Whitfield" });
    expect(textResult(call).words).toBe("Texted by Dana");
    expect(explainRecovery(call).headline).toBe("Dana texted them at 10:02 AM.");
  });

  it("tells a refusal by the carrier in words", () => {
    const call = told({ state: "texted", textedAt, text: { status: "undelivered", errorCode: 30007 } });
    const { headline, remedies, rows } = explainRecovery(call);
    expect(headline).toBe("Not delivered: carriers filtered the text as spam.");
    expect(remedies[0]?.label).toBe("Edit the text");
    expect(rows.at(-1)).toMatchObject({ state: "failed", detail: "Carriers filtered it as spam" });
  });

  it("admits when nobody can tell", () => {
    const call = told({ state: "unconfirmed" });
    expect(textResult(call).words).toBe("Check this one");
    expect(explainRecovery(call).headline).toBe("We couldn't tell whether this text went out.");
    expect(explainRecovery(call).remedies[0]?.label).toBe("Look in the conversation");
  });

  it.each(RECOVERY_STATES)("the state %s has words with every status of its text", (state) => {
    for (const status of MESSAGE_STATUSES) {
      const call = told({ state, text: { status, errorCode: null } });
      expect(explainRecovery(call).headline).toMatch(/\.$/);
      expect(textResult(call).words).not.toBe("");
    }
  });
});

it("explains an answered call, which has no recovery, by the first check", () => {
  const { headline, rows } = explainRecovery(told({ state: null, callState: "answered" }));
  expect(headline).toBe("No text: Luis answered.");
  expect(rows[0]).toEqual({ state: "stopped", title: "The call ended without an answer", detail: "Luis Ortega" });
  expect(rows.slice(1).every(({ state }) => state === "not_checked")).toBe(true);
});

it("reads stored facts back as they were", () => {
  expect(readStoredFacts(JSON.parse(JSON.stringify(facts)))).toEqual(facts);
});

it("the decision table holds every reason once, in the order of the checks", () => {
  expect(DECISION_TABLE.flatMap(({ reasons }) => reasons).toSorted()).toEqual([...REASONS].toSorted());
  const order = DECISION_TABLE.map(({ check }) => CHECKS.indexOf(check));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});
