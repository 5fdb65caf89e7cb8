import type { Reason } from "../../db/enums";
import { entitlement } from "../billing/entitlement";
import { firstName, spelledMoment } from "./explain-amounts";
import { link, type ReasonWords, same, type Telling, textAnyway } from "./explain-words";

const seePlans = link("See plans", "/billing");

/** Reasons that lie with the call, the line, the plan or the carriers' papers. */
export const OUR_SIDE = {
  answered: {
    check: "missed",
    short: () => "Answered",
    headline: ({ facts }) =>
      `No text: ${facts.call?.answeredBy ? firstName(facts.call.answeredBy) : "somebody"} answered.`,
    body: () => "Callers are texted only when nobody could take their call.",
    remedies: [],
    counted: same("answered"),
  },
  answered_by_voicemail: {
    check: "missed",
    short: () => "Went to voicemail",
    headline: () => "No text: your voicemail took the call.",
    body: () => "Calls that reach your voicemail are not texted, unless you ask for it.",
    remedies: [link("Text these too", "/recovery#wait")],
    counted: same("went to voicemail"),
  },
  workspace_inactive: {
    check: "live_line",
    short: () => "Workspace off",
    headline: ({ facts }) =>
      facts.line?.suspended
        ? "Not texted: the operator of this installation has suspended this workspace."
        : "Not texted: this workspace is switched off.",
    body: ({ facts }) =>
      facts.line?.suspended
        ? "Calls are still logged. Only the operator can end this."
        : "Calls are still logged. Nobody is texted until it is switched on again.",
    remedies: [link("Turn it on", "/recovery#workspace")],
    fitting: ({ facts }) => facts.line?.suspended !== true,
    counted: same("while the workspace was off"),
  },
  line_paused: {
    check: "live_line",
    short: ({ facts }) => (facts.line?.pausedBy ? `Paused by ${firstName(facts.line.pausedBy)}` : "Paused"),
    headline: ({ facts, timeZone }) => {
      const who = facts.line?.pausedBy ? firstName(facts.line.pausedBy) : "somebody";
      const { line, now } = facts;
      const until = line?.pausedUntil && now ? ` until ${spelledMoment(line.pausedUntil, now, timeZone)}` : "";
      return `Not texted: ${who} paused texting${until}.`;
    },
    body: () => "Their call is in your list, and you can still text them yourself.",
    remedies: [link("Resume now", "/recovery#switch"), textAnyway],
    counted: same("while paused"),
  },
  setup_incomplete: {
    check: "live_line",
    short: () => "Set-up not finished",
    headline: () => "Not texted: your line isn't set up yet.",
    body: () => "Finish the set-up, and the next missed caller gets a text.",
    remedies: [link("Finish set-up", "/phone")],
    counted: same("before set-up was finished"),
  },
  forwarding_unverified: {
    check: "live_line",
    short: () => "Forwarding not checked",
    headline: () => "Not texted: we haven't seen your forwarding work yet.",
    body: () => "Make one test call. As soon as it comes through, missed callers get a text.",
    remedies: [link("Check forwarding", "/phone#forwarding"), textAnyway],
    counted: same("before forwarding was checked"),
  },
  text_back_off: {
    check: "live_line",
    short: () => "Texting is off",
    headline: () => "Not texted: automatic texts are off.",
    body: () => "Calls are still logged and leads still kept. You can text this caller yourself.",
    remedies: [link("Turn them on", "/recovery#switch"), textAnyway],
    counted: same("while texting was off"),
  },
  already_processed: {
    check: "first_time",
    short: () => "Already handled",
    headline: () => "Not texted again: this is the same call, reported twice.",
    body: () => "It came around again while the first was still open. What we did is with the first.",
    remedies: [{ kind: "open_first_call", label: "Open the first" }],
    counted: { one: "repeat of a call", many: "repeats of a call" },
  },
  voice_recovery_completed: {
    check: "no_voice_help",
    short: () => "AI voice helped",
    headline: () => "Not texted: AI voice already took this call.",
    body: () => "What the caller said is with the lead.",
    remedies: [{ kind: "open_lead", label: "Open the call" }],
    counted: same("helped by AI voice"),
  },
  billing_inactive: {
    check: "plan",
    short: () => "Payment failed",
    headline: () => "Not texted: your last payment failed, so texting is off.",
    body: () => "Texting starts again as soon as a payment goes through. You can still text this caller yourself.",
    remedies: [link("Fix billing", "/billing"), textAnyway],
    counted: same("while a payment was due"),
  },
  plan_without_text_back: {
    check: "plan",
    short: () => "Plan paused",
    headline: () => "Not texted: your plan is paused.",
    body: () => "A paused plan keeps your number and your leads, and texts nobody.",
    remedies: [seePlans, textAnyway],
    counted: same("while the plan was paused"),
  },
  usage_exhausted: {
    check: "plan",
    short: () => "Limit reached",
    headline: (telling) => {
      const limit = planLimit(telling);
      return `Not texted: you've used this month's ${limit === null ? "callers" : `${limit} callers`}.`;
    },
    body: () => "New callers are logged until next month or a larger plan. You can still text this caller yourself.",
    remedies: [seePlans, textAnyway],
    counted: same("over the plan's limit"),
  },
  texting_not_registered: {
    check: "registration",
    short: () => "Waiting on carriers",
    headline: () => "Not texted: carriers haven't approved your registration yet.",
    body: () => "Carriers block texts from numbers they have not approved. Calls are logged until then.",
    remedies: [link("See registration", "/phone#registration")],
    counted: same("waiting on carriers"),
  },
} satisfies Partial<Record<Reason, ReasonWords>>;

function planLimit({ facts }: Telling): number | null {
  return facts.plan && facts.now ? entitlement({ ...facts.plan, now: facts.now }).limit : null;
}
