import { expect, it } from "vitest";
import { type TurnFacts, turnOf } from "./turn";

const now = new Date("2026-06-08T12:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const day = 1440;
const facts: TurnFacts = {
  canBeTexted: true,
  aiReplying: false,
  waitingSince: null,
  lastOutboundAt: ago(day),
  lastActivityAt: ago(day),
  quietAfterDays: 3,
  now,
};

it.each([
  [{ waitingSince: ago(14) }, "waiting", "Waiting 14 min"],
  [{ waitingSince: ago(65) }, "waiting", "Waiting 1 h 5 min"],
  [{ waitingSince: ago(9 * day) }, "waiting", "Waiting 9 days"],
  [{ waitingSince: now }, "waiting", "Waiting under 1 min"],
  [{ lastOutboundAt: ago(2 * day) }, "theirs", "Their turn, 2 days"],
  [{ lastOutboundAt: ago(3 * day - 1) }, "theirs", "Their turn, 2 days"],
  [{ lastOutboundAt: ago(3 * day) }, "quiet", "Quiet 3 days"],
  [{ lastOutboundAt: ago(6 * day) }, "quiet", "Quiet 6 days"],
  [{ lastOutboundAt: ago(6 * day), quietAfterDays: 7 }, "theirs", "Their turn, 6 days"],
  [{ lastOutboundAt: null, lastActivityAt: ago(20) }, "theirs", "Not texted, 20 min"],
  [{ lastOutboundAt: null, lastActivityAt: ago(5 * day) }, "quiet", "Quiet 5 days"],
  [{ aiReplying: true, waitingSince: ago(1) }, "ai", "AI replying"],
  [{ canBeTexted: false, aiReplying: true, waitingSince: ago(1) }, "cannot_text", "Can't be texted"],
  [{ canBeTexted: false }, "cannot_text", "Can't be texted"],
] satisfies [Partial<TurnFacts>, string, string][])("%j is %s", (some, turn, words) => {
  expect(turnOf({ ...facts, ...some })).toMatchObject({ turn, words });
});
