import type { Failure } from "../twilio/request";

const KNOWN: Record<number, string> = {
  20003: "Twilio did not accept the account's credentials. Whoever runs this installation has to check them.",
  20404: "That number is no longer in the Twilio account.",
  21404: "A trial account at Twilio can have one number. Upgrade it there, then try again.",
  21422: "That number was taken a moment ago. Choose another.",
  21649: "Twilio wants papers for numbers in that country. Register them in the Twilio console first.",
};

/** What a person can make of Twilio's answer. */
export function setupTrouble(failure: Failure): string {
  if (failure.kind !== "refused") return "We couldn't reach Twilio. Nothing was changed. Try again in a minute.";
  if (failure.code === null)
    return "No Twilio account is connected to this installation yet. See Going live in the README.";
  return KNOWN[failure.code] ?? `Twilio refused: ${failure.words}`;
}
