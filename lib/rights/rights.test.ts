import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NUMBER_ORIGINS, ROLES, SIGN_UP_MODES } from "../../db/enums";
import { type Actor, type Deed, type NumberCounts, type RightQuestion, whyNotAllowed } from "./rights";

const counts: NumberCounts = {
  plan: { name: "Self-hosted", numbers: null },
  live: 0,
  bought: 0,
  boughtLately: 0,
  boughtByAll: 0,
};
const limits = { numbers: 1, numbersSet: false, numbersForAll: 10, mayAttest: false };
const owner: Actor = { role: "owner", isOperator: false, emailProved: true };

const codeOf = (deed: Deed, some: Partial<Omit<RightQuestion, "deed">> = {}) =>
  whyNotAllowed({ actor: owner, limits, mode: "invited", ...some, deed })?.code ?? null;

const buy = (some: Partial<NumberCounts> = {}): Deed => ({ is: "buy_number", counts: { ...counts, ...some } });

describe("by standing", () => {
  const member: Actor = { ...owner, role: "member" };
  const operator: Actor = { ...owner, role: null, isOperator: true };
  const table: [Deed, string | null, string | null, string | null][] = [
    [{ is: "adopt_number" }, null, "operator_only", "operator_only"],
    [buy(), null, null, "admins_only"],
    [{ is: "release_number" }, null, null, "admins_only"],
    [{ is: "delete_number", origin: "bought" }, null, null, "operator_only"],
    [{ is: "delete_number", origin: "adopted" }, null, "operator_only", "operator_only"],
    [{ is: "delete_number", origin: "bought_by_operator" }, null, "operator_only", "operator_only"],
    [{ is: "keep_number", origin: "bought" }, null, "operator_only", "operator_only"],
    [{ is: "keep_number", origin: "adopted" }, null, null, "operator_only"],
    [{ is: "attest_registration" }, null, "attesting_not_allowed", "admins_only"],
    [{ is: "pass_ceilings" }, null, "operator_only", "operator_only"],
  ];
  it.each(table)("%j: operator %s, owner and admin %s, member %s", (deed, forOperator, forAdmin, forMember) => {
    expect(codeOf(deed, { actor: operator })).toBe(forOperator);
    expect(codeOf(deed, { actor: owner })).toBe(forAdmin);
    expect(codeOf(deed, { actor: { ...owner, role: "admin" } })).toBe(forAdmin);
    expect(codeOf(deed, { actor: member })).toBe(forMember);
    expect(codeOf(deed, { actor: { ...owner, role: null } })).toBe(forMember);
  });
});

describe("buying", () => {
  const team = { name: "Team", numbers: 3 };
  it.each([
    ["no number left of the workspace's", buy({ bought: 1 }), {}, "own_numbers_used"],
    ["given up for others twice", buy({ boughtLately: 2 }), {}, null],
    ["given up for others too often", buy({ boughtLately: 3 }), {}, "bought_too_often"],
    ["hosted, too often for the plan", buy({ plan: team, boughtLately: 5 }), { mode: "open" }, "bought_too_often"],
    ["none allowed", buy(), { limits: { ...limits, numbers: 0 } }, "buying_not_allowed"],
    ["none left of the installation's", buy({ boughtByAll: 10 }), {}, "all_numbers_used"],
    ["the plan is full", buy({ plan: team, live: 3 }), { limits: { ...limits, numbers: 9 } }, "plan_numbers_used"],
    ["the plan adds none", buy({ plan: { name: "Paused", numbers: "as_is" } }), {}, "plan_numbers_used"],
    ["hosted, mail not proved", buy(), { mode: "open", actor: { ...owner, emailProved: false } }, "mail_not_proved"],
    ["hosted, the plan says how many", buy({ plan: team, live: 2, bought: 2 }), { mode: "open" }, null],
    ["hosted without a plan's number", buy({ bought: 1 }), { mode: "open" }, "own_numbers_used"],
    [
      "hosted, the operator says fewer than the plan",
      buy({ plan: team, bought: 2 }),
      { mode: "open", limits: { ...limits, numbers: 2, numbersSet: true } },
      "own_numbers_used",
    ],
    ["self-hosted, mail not proved", buy(), { actor: { ...owner, emailProved: false } }, null],
  ] satisfies [string, Deed, Partial<Omit<RightQuestion, "deed">>, string | null][])("%s", (_, deed, some, code) => {
    expect(codeOf(deed, some)).toBe(code);
  });
});

it("lets owners attest where the operator allows it", () => {
  expect(codeOf({ is: "attest_registration" }, { limits: { ...limits, mayAttest: true } })).toBeNull();
});

const anyCount = fc.nat({ max: 12 });
const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  fc.constant<Deed>({ is: "adopt_number" }),
  fc.constant<Deed>({ is: "pass_ceilings" }),
  fc.constant<Deed>({ is: "attest_registration" }),
  fc.constantFrom(...NUMBER_ORIGINS).map((origin): Deed => ({ is: "delete_number", origin })),
  fc
    .record({
      plan: fc.record({
        name: fc.constant("Some"),
        numbers: fc.oneof(anyCount, fc.constant("as_is" as const), fc.constant(null)),
      }),
      live: anyCount,
      bought: anyCount,
      boughtLately: anyCount,
      boughtByAll: anyCount,
    })
    .map((some): Deed => ({ is: "buy_number", counts: some })),
);
const anyQuestion = fc.record({
  actor: fc.record({
    role: fc.option(fc.constantFrom(...ROLES)),
    isOperator: fc.boolean(),
    emailProved: fc.boolean(),
  }),
  deed: anyDeed,
  limits: fc.record({ numbers: anyCount, numbersSet: fc.boolean(), numbersForAll: anyCount, mayAttest: fc.boolean() }),
  mode: fc.constantFrom(...SIGN_UP_MODES),
});

it("lets an operator do everything, a member nothing, and says in a sentence why not", () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const refused = whyNotAllowed(question);
      if (question.actor.isOperator) expect(refused).toBeNull();
      else if (question.actor.role === "member" || question.actor.role === null) expect(refused).not.toBeNull();
      if (refused) expect(refused.words).toMatch(/^[A-Z].+[.]$/);
    }),
  );
});

it("never lets an owner past what all owners together may buy, nor take what they did not buy", () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const { actor, deed, limits: allowed } = question;
      if (actor.isOperator || whyNotAllowed(question)) return;
      if (deed.is === "buy_number") expect(deed.counts.boughtByAll).toBeLessThan(allowed.numbersForAll);
      if (deed.is === "delete_number") expect(deed.origin).toBe("bought");
      expect(deed.is).not.toBe("adopt_number");
    }),
  );
});
