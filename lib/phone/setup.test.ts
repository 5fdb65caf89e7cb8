import { describe, expect, it } from "vitest";
import {
  type ForwardingFacts,
  forwardingLamp,
  forwardingNow,
  needsRegistration,
  registrationWith,
  whyNotBusinessLine,
  whyNotRing,
} from "./setup";

const now = new Date("2026-06-15T12:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const days = (count: number) => minutes(count * 1440);

const facts = (some: Partial<ForwardingFacts>): ForwardingFacts => ({
  forwarding: "not_started",
  forwardingTestUntil: null,
  forwardingProvedAt: null,
  lastForwardedAt: null,
  ...some,
});

describe("forwarding as time goes by", () => {
  it.each([
    [{}, "not_started", "off"],
    [{ forwarding: "waiting", forwardingTestUntil: minutes(3) }, "waiting", "listening"],
    [{ forwarding: "waiting", forwardingTestUntil: now }, "failed", "failed"],
    [{ forwarding: "seen", forwardingTestUntil: minutes(3) }, "seen", "reached"],
    [{ forwarding: "seen", forwardingTestUntil: minutes(-3) }, "seen", "reached"],
    [{ forwarding: "verified", forwardingProvedAt: days(-1) }, "verified", "works"],
    [{ forwarding: "verified", forwardingProvedAt: days(-30), lastForwardedAt: days(-13) }, "verified", "works"],
    [{ forwarding: "verified", forwardingProvedAt: days(-30), lastForwardedAt: days(-15) }, "stale", "works"],
    [
      { forwarding: "verified", forwardingProvedAt: days(-1), forwardingTestUntil: minutes(1) },
      "verified",
      "listening",
    ],
    [{ forwarding: "verified", forwardingProvedAt: days(-1), forwardingTestUntil: minutes(-1) }, "verified", "failed"],
  ] as const)("%j is %s and shows %s", (some, state, lamp) => {
    expect(forwardingNow(facts(some), now)).toBe(state);
    expect(forwardingLamp(facts(some), now)).toBe(lamp);
  });
});

describe("phones to ring", () => {
  const number = { e164: "+15035550142", businessLineE164: "+15035550199" };
  const line = {
    number,
    ownE164s: ["+15035550142", "+12065550300"],
    phones: ["+15035550111"],
    regions: ["US", "CA", "GB"],
  };

  it.each([
    ["+15035550150", null],
    ["+442079460958", null],
    ["+15035550142", /Ringback number/],
    ["+12065550300", /Ringback number/],
    ["+15035550199", /in circles/],
    ["+15035550111", /already/],
    ["+19005550123", /premium/],
    ["+881612345678", /satellite/],
    ["+18005550199", /toll-free/],
    ["+25261234567", /country/],
    ["+18765550142", /country/],
  ])("asked to ring %s, says %s", (e164, words) => {
    const said = whyNotRing(e164, line);
    if (words === null) expect(said).toBeNull();
    else expect(said).toMatch(words);
  });

  it("are ten at most", () => {
    const phones = Array.from({ length: 10 }, (_, index) => `+1503555020${index}`);
    expect(whyNotRing("+15035550150", { ...line, phones })).toMatch(/10 phones/);
  });

  it("never hold the line that forwards", () => {
    expect(whyNotBusinessLine("+15035550111", line)).toMatch(/in circles/);
    expect(whyNotBusinessLine("+15035550142", line)).toMatch(/Ringback number/);
    expect(whyNotBusinessLine("+15035550199", line)).toBeNull();
  });
});

describe("registration", () => {
  it.each([
    ["+15035550142", true],
    ["+18885550142", true],
    ["+14165550142", false],
    ["+442079460958", false],
  ])("%s needs one: %s", (e164, needed) => {
    expect(needsRegistration(e164)).toBe(needed);
  });

  it.each([
    ["not_started", ["+14165550142"], "not_needed"],
    ["not_needed", ["+14165550142", "+15035550142"], "not_started"],
    ["not_needed", [], "not_started"],
    ["approved", ["+14165550142"], "approved"],
    ["approved", [], "approved"],
    ["rejected", ["+15035550142"], "rejected"],
  ] as const)("%s with %j becomes %s", (current, numbers, next) => {
    expect(registrationWith(current, [...numbers])).toBe(next);
  });
});
