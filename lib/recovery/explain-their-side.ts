import type { Reason } from "../../db/enums";
import { formatCents } from "../format/money";
import { formatWaiting } from "../format/time";
import { countryName, firstName, spelledDay, spelledDuration } from "./explain-amounts";
import { atMoment, callBack, link, type ReasonWords, same, textAnyway } from "./explain-words";
import { REGIONS, waitWords } from "./settings-parts";
import type { StoredFacts } from "./stored-facts";

/** Reasons that lie with the caller, what went between you before, the limits and the hour. */
export const THEIR_SIDE = {
  caller_id_withheld: {
    check: "reachable",
    short: () => "No caller ID",
    headline: () => "Not texted: they hid their number.",
    body: () => "There is no number to text or to call back.",
    remedies: [],
    counted: same("without caller ID"),
  },
  landline: {
    check: "reachable",
    short: () => "Landline",
    headline: () => "Not texted: this is a landline.",
    body: () => "Landlines can't get texts. A call back is the way to reach them.",
    remedies: [callBack],
    counted: { one: "landline", many: "landlines" },
  },
  not_a_phone: {
    check: "reachable",
    short: () => "Can't be texted",
    headline: () => "Not texted: this isn't a number that gets texts.",
    body: () => "Some numbers only make calls, like internet lines, satellite phones and premium numbers.",
    remedies: [callBack],
    counted: same("can't be texted"),
  },
  region_not_allowed: {
    check: "reachable",
    short: () => "Outside your area",
    headline: ({ facts }) =>
      `Not texted: you don't text numbers in ${facts.caller?.country ? countryName(facts.caller.country) : "their country"}.`,
    body: ({ facts }) =>
      canBeAllowed(facts)
        ? "You choose the countries you text. It keeps others from running up your bill."
        : "Texts there need sender papers of their own, so it is not among the countries you can choose.",
    remedies: [link("Allow this country", "/recovery#limits"), callBack],
    fitting: ({ facts }, { kind }) => kind !== "link" || canBeAllowed(facts),
    counted: same("outside your area"),
  },
  own_number: {
    check: "reachable",
    short: () => "Your own number",
    headline: () => "No text: this is one of your own numbers.",
    body: () => "Numbers of your team and of your lines are never texted.",
    remedies: [],
    counted: { one: "of your own numbers", many: "of your own numbers" },
  },
  suspected_spoof: {
    check: "reachable",
    short: () => "Looks faked",
    headline: () => "Not texted: the network says this caller ID is faked.",
    body: () => "A text would reach whoever really owns this number. If you know the caller, you can text them.",
    remedies: [textAnyway],
    counted: { one: "looks faked", many: "look faked" },
  },
  opted_out: {
    check: "allowed",
    short: () => "Opted out",
    headline: ({ facts, now, timeZone }) => {
      const { optedOutAt = null, optedOutBy = null } = facts.refusals ?? {};
      const on = optedOutAt ? ` on ${spelledDay(optedOutAt, now, timeZone)}` : "";
      if (optedOutBy === "key_press") return `Not texted: they pressed 9 for no text${on}.`;
      if (optedOutBy === "member") return `Not texted: somebody on your team opted them out${on}.`;
      if (optedOutBy === "carrier") return `Not texted: their carrier told us${on} that they opted out.`;
      return `Not texted: they replied STOP${on}.`;
    },
    body: () => "Only they can start texts again, by texting START.",
    remedies: [],
    counted: same("opted out"),
  },
  declined_by_voice: {
    check: "allowed",
    short: () => "Asked for no text",
    headline: () => "Not texted: they pressed 9 for no text.",
    body: () => "They heard the notice and said no. They may still want a call.",
    remedies: [callBack],
    counted: same("asked for no text"),
  },
  blocked: {
    check: "allowed",
    short: () => "Blocked",
    headline: ({ facts }) =>
      facts.refusals?.blockedBy
        ? `Not texted: ${firstName(facts.refusals.blockedBy)} blocked this number.`
        : "Not texted: this number is blocked.",
    body: () => "Blocked callers make no leads and get no texts.",
    remedies: [{ kind: "unblock", label: "Unblock" }],
    counted: same("blocked"),
  },
  personal_contact: {
    check: "allowed",
    short: () => "Personal contact",
    headline: () => "Not texted: this is one of your personal contacts.",
    body: () => "Family and friends on that list make no leads and get no texts.",
    remedies: [link("Change", "/recovery#personal")],
    counted: { one: "personal contact", many: "personal contacts" },
  },
  conversation_active: {
    check: "no_conversation",
    short: () => "Already texting",
    headline: ({ facts }) =>
      `Not texted automatically: you ${facts.caller?.name ? `and ${firstName(facts.caller.name)} ` : ""}were already texting.`,
    body: ({ facts }) => {
      const minutes = facts.conversation?.activeMinutes;
      return `An automatic text in the middle of a conversation would be odd${minutes ? `, so we wait until ${waitWords(minutes)} after its last text` : ""}.`;
    },
    remedies: [{ kind: "open_lead", label: "Open conversation" }],
    counted: same("already texting"),
  },
  within_cool_down: {
    check: "cool_down",
    short: ({ facts }) => {
      const since = sinceOpening(facts);
      if (facts.coolDown?.openingPending) return "Being texted already";
      return since === null ? "Texted earlier" : `Texted ${formatWaiting(since)} earlier`;
    },
    headline: ({ facts }) => {
      const since = sinceOpening(facts);
      if (facts.coolDown?.openingPending) return "Not texted again: a text was already on its way to them.";
      return since === null
        ? "Not texted: we had texted them earlier."
        : `Not texted: we had texted them ${spelledDuration(since)} earlier.`;
    },
    body: ({ facts }) =>
      facts.coolDown
        ? `You asked us to wait ${waitWords(facts.coolDown.minutes)} before texting the same caller again.`
        : "You asked us to wait before texting the same caller again.",
    remedies: [textAnyway, link("Change the wait", "/recovery#wait")],
    counted: same("texted shortly before"),
  },
  rate_capped: {
    check: "limits",
    short: () => "Too many at once",
    headline: ({ facts }) =>
      installationFull(facts)
        ? `Not texted: this installation sends ${facts.limits?.installationCeiling} texts a day at most.`
        : `Not texted: ${capReached(facts)} is your limit, to stop misuse.`,
    body: ({ facts }) =>
      installationFull(facts)
        ? "The limit holds for all workspaces together, until midnight UTC. Whoever runs this installation can raise it."
        : "The limit keeps a flood of calls from running up your bill. You can still text this caller.",
    remedies: [link("Raise the limit", "/recovery#limits"), textAnyway],
    fitting: ({ facts }, { kind }) => (kind === "link" ? capSet(facts) !== null : !installationFull(facts)),
    counted: same("over your safe limits"),
  },
  too_late: {
    check: "limits",
    short: () => "Too late",
    headline: () => "Not texted: we learned of this call more than 10 minutes after it.",
    body: () => "An automatic text so long after a call surprises more than it helps.",
    remedies: [textAnyway],
    counted: same("learned of too late"),
  },
  outside_texting_hours: {
    check: "texting_hours",
    short: (telling) =>
      telling.heldUntil ? `Will text ${atMoment(telling, telling.heldUntil)}` : "Outside texting hours",
    headline: (telling) =>
      telling.heldUntil
        ? `Waiting: we'll text ${atMoment(telling, telling.heldUntil)}.`
        : "Waiting: we'll text when your texting hours begin.",
    body: () => "They called outside your texting hours. We check everything again before the text goes out.",
    remedies: [{ kind: "text_anyway", label: "Send now" }, link("Change hours", "/recovery#hours")],
    counted: same("waiting for texting hours"),
  },
} satisfies Partial<Record<Reason, ReasonWords>>;

function sinceOpening({ coolDown, now }: StoredFacts): number | null {
  return coolDown?.lastOpeningAt && now ? Math.max(0, now.getTime() - coolDown.lastOpeningAt.getTime()) : null;
}

/** A country nobody can choose has no box to tick. */
function canBeAllowed({ caller }: StoredFacts): boolean {
  return !caller?.country || REGIONS.some(({ code }) => code === caller.country);
}

function capReached(facts: StoredFacts): string {
  if (!facts.limits) return "that many texts";
  return capSet(facts) ?? "3 automatic texts to one caller in a day";
}

/** The operator's ceiling for all workspaces together was what stopped it. */
function installationFull({ limits }: StoredFacts): boolean {
  return limits !== null && capSet({ limits }) === null && limits.installationTexts >= limits.installationCeiling;
}

/** The cap of the workspace's own that was reached; null for the one nobody can raise. */
function capSet({ limits }: Pick<StoredFacts, "limits">): string | null {
  if (!limits) return null;
  if (limits.callersThisHour >= limits.hourlyCap) return `${limits.hourlyCap} new callers in an hour`;
  if (limits.callersToday >= limits.dailyCap) return `${limits.dailyCap} new callers in a day`;
  if (limits.spentTodayCents + limits.textCents > limits.dailySpendCapCents)
    return `${formatCents(limits.dailySpendCapCents)} of texts in a day`;
  return null;
}
