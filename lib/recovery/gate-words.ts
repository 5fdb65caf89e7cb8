import type { Reason } from "../../db/enums";
import { countryName } from "./explain-amounts";
import { CONVERSATION_TEXTS, type GateRefusal, MEMBER_TEXTS_AN_HOUR, type RateCap } from "./gate";
import { REGIONS } from "./settings-parts";

/** `to` follows the workspace's address: "/phone". */
export type GateWords = { words: string; remedy: { label: string; to: string } | null };

const CAPS: Record<RateCap, GateWords> = {
  member_hour: say(
    `You have sent ${MEMBER_TEXTS_AN_HOUR} texts in an hour, the most a person can. Wait a few minutes.`,
  ),
  conversation: say(
    `They got ${CONVERSATION_TEXTS.most} texts in ${CONVERSATION_TEXTS.minutes} minutes, the most one person gets. Wait a few minutes.`,
  ),
  spending: say("Your workspace has reached its spending limit for today. It starts anew at midnight UTC.", {
    label: "Raise the limit",
    to: "/recovery#limits",
  }),
  installation: say(
    "This installation has sent as many texts today as its operator allows. It starts anew at midnight UTC.",
  ),
  confirmed: say("They were told already that they are unsubscribed."),
};

type Stopping = Extract<
  Reason,
  | "workspace_inactive"
  | "setup_incomplete"
  | "texting_not_registered"
  | "not_a_phone"
  | "region_not_allowed"
  | "own_number"
  | "opted_out"
  | "blocked"
  | "rate_capped"
>;

const WORDS: Record<Stopping, (refusal: GateRefusal) => GateWords> = {
  workspace_inactive: ({ suspended }) =>
    suspended
      ? say(
          "The operator of this installation has suspended this workspace, so nothing is texted. Ask whoever runs it.",
        )
      : say("This workspace is switched off, so nothing is texted.", {
          label: "Turn it on",
          to: "/recovery#workspace",
        }),
  setup_incomplete: () => say("Your workspace has no number to text from.", { label: "Get a number", to: "/phone" }),
  texting_not_registered: () =>
    say("Carriers haven't approved your texts yet.", { label: "See registration", to: "/phone#registration" }),
  not_a_phone: () => say("This isn't a number that gets texts. Call them instead."),
  region_not_allowed: ({ country }) => {
    const words = `You don't text numbers in ${country ? countryName(country) : "their country"}.`;
    const canBeAllowed = REGIONS.some(({ code }) => code === country);
    return say(words, canBeAllowed ? { label: "Allow this country", to: "/recovery#limits" } : null);
  },
  own_number: () => say("This is one of your own numbers. Those are never texted."),
  opted_out: () => say("They opted out of your texts. Only they can start texts again, by texting START."),
  blocked: () => say("This number is blocked. Unblock it to text them."),
  rate_capped: ({ cap }) => CAPS[cap ?? "spending"],
};

/** Why a text does not go, for whoever would send it, and the one thing that would help. */
export function gateWords(refusal: GateRefusal): GateWords {
  const { reason } = refusal;
  if (!isStopping(reason)) throw new Error(`No gate stops a text with ${reason}`);
  return WORDS[reason](refusal);
}

/** What stands at a text that was stopped after it was queued. */
export function notSentWords(reason: Reason): string {
  const words = isStopping(reason) ? WORDS[reason]({ check: "limits", reason }).words : "it came too late.";
  return `Not sent: ${words.charAt(0).toLowerCase()}${words.slice(1).replace(/\.$/, "")}`;
}

function isStopping(reason: Reason): reason is Stopping {
  return Object.hasOwn(WORDS, reason);
}

function say(words: string, remedy: GateWords["remedy"] = null): GateWords {
  return { words, remedy };
}
