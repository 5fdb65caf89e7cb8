import { expect, it } from "vitest";
import { PLANS } from "../../db/enums";
import { hasRoomFor, PLAN_DETAILS } from "./plans";

it.each([
  ["free", 0, 5, 1, 1, false, false],
  ["solo", 4900, 100, 1, 2, true, false],
  ["team", 9900, 250, 3, 10, true, true],
  ["paused", 500, 0, "as_is", "as_is", false, false],
  ["self_hosted", 0, null, null, null, true, true],
] as const)("%s is as sold", (plan, priceCents, callersPerMonth, numbers, members, aiSms, api) => {
  const { features, ...details } = PLAN_DETAILS[plan];
  expect(details).toMatchObject({ priceCents, callersPerMonth, numbers, members });
  expect(features).toEqual({ aiSms, followUps: aiSms, aiVoice: aiSms, api, webhooks: api });
});

it("has a row for every plan and no other", () => {
  expect(Object.keys(PLAN_DETAILS).toSorted()).toEqual([...PLANS].toSorted());
});

it.each([
  [1, 0, true],
  [1, 1, false],
  [null, 500, true],
  ["as_is", 0, false],
] as const)("with room for %s and %d there, one more fits: %s", (limit, used, fits) => {
  expect(hasRoomFor(limit, used)).toBe(fits);
});
