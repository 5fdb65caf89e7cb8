import type { CarrierNumber } from "../twilio/numbers";
import type { NumberUrls } from "../twilio/webhook-urls";

const CONSEQUENCES: Record<keyof NumberUrls, { unset: string; elsewhere: string }> = {
  voiceUrl: {
    unset: "Calls to it reach nobody: Twilio has no address for them.",
    elsewhere: "Calls to it go to another application.",
  },
  voiceFallbackUrl: {
    unset: "Calls have no second address for when the first fails.",
    elsewhere: "The second address for calls belongs to another application.",
  },
  statusCallback: {
    unset: "We don't hear when a caller hangs up.",
    elsewhere: "Another application hears when callers hang up, and we don't.",
  },
  smsUrl: {
    unset: "Replies don't reach us: Twilio has no address for texts.",
    elsewhere: "Replies go to another application.",
  },
  smsFallbackUrl: {
    unset: "Texts have no second address for when the first fails.",
    elsewhere: "The second address for texts belongs to another application.",
  },
};

type Wired = Pick<CarrierNumber, "urls" | "controlledElsewhere" | "capabilities">;

/** Each way in which Twilio's settings of a number differ from what they should be, in a sentence. */
export function wiringProblems(found: Wired, should: NumberUrls): string[] {
  const problems: string[] = [];
  if (found.controlledElsewhere) {
    problems.push("A TwiML app or a SIP trunk in your Twilio account controls this number.");
  }
  for (const key of Object.keys(CONSEQUENCES) as (keyof NumberUrls)[]) {
    if (found.urls[key] === should[key]) continue;
    problems.push(problemOf(key, found.urls[key], should[key]));
  }
  if (!found.capabilities.voice) problems.push("This number cannot take calls.");
  if (!found.capabilities.sms) problems.push("This number cannot send texts.");
  return [...new Set(problems)];
}

function problemOf(key: keyof NumberUrls, found: string, should: string): string {
  if (found === "") return CONSEQUENCES[key].unset;
  if (withoutFragment(found) === withoutFragment(should)) {
    return "Twilio would not try again when we are slow to answer: an address lacks its retry settings.";
  }
  return CONSEQUENCES[key].elsewhere;
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/, "");
}
