import { expect, it } from "vitest";
import { type LineFacts, lineChecks, lineState } from "./line-state";

const now = new Date("2026-06-09T17:00:00Z");
const number = {
  e164: "+15035550142",
  state: "active",
  mode: "forwarding",
  wiringProblem: null,
  phones: 1,
  forwarding: "verified",
  forwardingTestUntil: null,
  forwardingProvedAt: now,
  lastForwardedAt: now,
} as const;
const live: LineFacts = {
  workspaceActive: true,
  suspended: false,
  textBackOn: true,
  pausedUntil: null,
  pausedBy: null,
  registration: "approved",
  number,
  lastMissedAt: null,
  timeZone: "America/Los_Angeles",
  now,
};
const on = (change: Partial<NonNullable<LineFacts["number"]>>): LineFacts => ({
  ...live,
  number: { ...number, ...change },
});
const longAgo = new Date("2026-05-01T17:00:00Z");

it.each<[string, LineFacts, string]>([
  ["Live", live, "answer"],
  ["Live", on({ mode: "direct", forwarding: "not_started" }), "answer"],
  ["Not set up yet", { ...live, number: null }, "marker"],
  ["No phone to ring", on({ mode: "direct", phones: 0 }), "marker"],
  ["Calls don't reach us", on({ wiringProblem: "Calls to it go to another application." }), "stamp"],
  ["Not forwarding", on({ forwarding: "failed" }), "stamp"],
  ["Forwarding not checked", on({ forwarding: "seen" }), "marker"],
  ["Not checked lately", on({ forwardingProvedAt: longAgo, lastForwardedAt: longAgo }), "marker"],
  ["Waiting on carriers", { ...live, registration: "submitted" }, "marker"],
  [
    "Paused by Dana until 3 PM",
    { ...live, pausedUntil: new Date("2026-06-09T22:00:00Z"), pausedBy: "Dana Whitfield" },
    "quiet",
  ],
  ["Texting is off", { ...live, textBackOn: false }, "quiet"],
  ["Suspended by the operator", { ...live, suspended: true, workspaceActive: false }, "stamp"],
  ["Switched off", { ...live, workspaceActive: false }, "quiet"],
])("%s", (words, facts, family) => {
  expect(lineState(facts)).toMatchObject({ words, family });
});

it("gives a share with what it is a share of", () => {
  const checks = lineChecks(live, { reported: 118, arrived: 114, typicalSeconds: 6 });
  expect(checks.map(({ words, detail }) => `${words}: ${detail}`)).toEqual([
    "Missed calls are forwarding: Checked Jun 9",
    "Texts are arriving: 97% of 118",
    "Text registration: Approved",
    "Typical time to first text: 6 seconds",
  ]);
});
