import { expect, it } from "vitest";
import { wiringProblems } from "./wiring";

const should = {
  voiceUrl: "https://us.test/voice#rc=2",
  voiceFallbackUrl: "https://us.test/fallback#rc=2",
  statusCallback: "https://us.test/status#rc=2",
  smsUrl: "https://us.test/sms#rc=2",
  smsFallbackUrl: "https://us.test/sms-fallback#rc=2",
};
const right = { urls: should, controlledElsewhere: false, capabilities: { voice: true, sms: true, mms: true } };

it.each([
  ["nothing", right, []],
  ["an unset address", { ...right, urls: { ...should, smsUrl: "" } }, [/Replies don't reach us/]],
  ["a foreign address", { ...right, urls: { ...should, voiceUrl: "https://them.test/voice" } }, [/Calls.*another/]],
  [
    "addresses without retries",
    { ...right, urls: { ...should, voiceUrl: "https://us.test/voice", smsUrl: "https://us.test/sms" } },
    [/try again/],
  ],
  ["an app in charge", { ...right, controlledElsewhere: true }, [/TwiML app/]],
  ["no texts", { ...right, capabilities: { voice: true, sms: false, mms: false } }, [/cannot send texts/]],
] as const)("finds %s", (_, found, words) => {
  const problems = wiringProblems(found, should);
  expect(problems).toHaveLength(words.length);
  for (const [index, pattern] of words.entries()) expect(problems[index]).toMatch(pattern);
});
