import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHECKS, type Check, MESSAGE_PURPOSES, NUMBER_STATES, REGISTRATION_STATES } from "../../db/enums";
import { GATE, type GatedPurpose, type GateFacts, passGate } from "./gate";
import { gateWords, notSentWords } from "./gate-words";

const FINE: GateFacts = {
  purpose: "reply",
  workspace: { active: true, suspended: false },
  numberState: "active",
  registration: "approved",
  caller: { region: "allowed", country: "US", ownNumber: false },
  refusals: { optedOut: false, blocked: false },
  limits: {
    ofMember: 0,
    toCaller: 0,
    spentTodayCents: 0,
    textCents: 2,
    dailySpendCapCents: 500,
    installationTexts: 0,
    installationCeiling: 5000,
    confirmedLately: false,
  },
};

type Some = {
  [Part in keyof GateFacts]?: GateFacts[Part] extends object | null ? Partial<GateFacts[Part]> : GateFacts[Part];
};

function having(some: Some): GateFacts {
  const changed = Object.entries(some).map(([part, value]) => {
    const whole = FINE[part as keyof GateFacts];
    return [part, typeof whole === "object" && whole !== null ? { ...whole, ...(value as object) } : value];
  });
  return { ...FINE, ...Object.fromEntries(changed) };
}

describe("what stops a text", () => {
  const table: [string, Some, string | null, string | null, string | null][] = [
    ["nothing", {}, null, null, null],
    ["a workspace switched off", { workspace: { active: false } }, "workspace_inactive", "workspace_inactive", "off"],
    ["a suspended workspace", { workspace: { suspended: true } }, "workspace_inactive", "workspace_inactive", "off"],
    ["no number", { numberState: null }, "setup_incomplete", "setup_incomplete", null],
    ["a released number", { numberState: "released" }, "setup_incomplete", "setup_incomplete", null],
    ["no registration", { registration: "not_started" }, "texting_not_registered", "texting_not_registered", null],
    ["no phone", { caller: { region: "not_a_phone" } }, "not_a_phone", "not_a_phone", "no phone"],
    ["another country", { caller: { region: "not_allowed" } }, "region_not_allowed", "region_not_allowed", "country"],
    ["an own number", { caller: { ownNumber: true } }, "own_number", "own_number", null],
    ["an opt-out", { refusals: { optedOut: true } }, "opted_out", "opted_out", null],
    ["a block", { refusals: { blocked: true } }, "blocked", "blocked", null],
    ["29 of a member", { limits: { ofMember: 29 } }, null, null, null],
    ["30 of a member", { limits: { ofMember: 30 } }, "rate_capped", "rate_capped", null],
    ["9 to a caller", { limits: { toCaller: 9 } }, null, null, null],
    ["10 to a caller", { limits: { toCaller: 10 } }, "rate_capped", "rate_capped", null],
    ["the last cent", { limits: { spentTodayCents: 498 } }, null, null, null],
    ["a cent too many", { limits: { spentTodayCents: 499 } }, "rate_capped", "rate_capped", null],
    ["the installation's last text", { limits: { installationTexts: 4999 } }, null, null, null],
    ["no text left of the installation's", { limits: { installationTexts: 5000 } }, "rate_capped", "rate_capped", null],
    ["a confirmation today", { limits: { confirmedLately: true } }, null, null, "today"],
  ];
  it.each(table)("%s", (_, some, reply, anyway, confirmation) => {
    const stops = (purpose: GatedPurpose) => passGate({ ...having(some), purpose })?.reason ?? null;
    expect(stops("reply")).toBe(reply);
    expect(stops("text_anyway")).toBe(anyway);
    const reasons = {
      off: "workspace_inactive",
      "no phone": "not_a_phone",
      country: "region_not_allowed",
      today: "rate_capped",
    };
    expect(stops("opt_out_confirmation")).toBe(
      confirmation === null ? null : reasons[confirmation as keyof typeof reasons],
    );
  });
});

it("has a row for every purpose, of checks in their order", () => {
  expect(Object.keys(GATE).toSorted()).toEqual([...MESSAGE_PURPOSES].toSorted());
  for (const checks of Object.values(GATE)) {
    const places = (checks as readonly Check[]).map((check) => CHECKS.indexOf(check));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  }
});

const anyFacts: fc.Arbitrary<GateFacts> = fc.record({
  purpose: fc.constantFrom<GatedPurpose>("reply", "text_anyway", "opt_out_confirmation"),
  workspace: fc.record({ active: fc.boolean(), suspended: fc.boolean() }),
  numberState: fc.option(fc.constantFrom(...NUMBER_STATES)),
  registration: fc.constantFrom(...REGISTRATION_STATES),
  caller: fc.record({
    region: fc.constantFrom("allowed" as const, "not_allowed" as const, "not_a_phone" as const),
    country: fc.option(fc.constantFrom("US", "GB", "JM")),
    ownNumber: fc.boolean(),
  }),
  refusals: fc.record({ optedOut: fc.boolean(), blocked: fc.boolean() }),
  limits: fc.record({
    ofMember: fc.nat({ max: 40 }),
    toCaller: fc.nat({ max: 14 }),
    spentTodayCents: fc.nat({ max: 600 }),
    textCents: fc.nat({ max: 60 }),
    dailySpendCapCents: fc.nat({ max: 600 }),
    installationTexts: fc.nat({ max: 60 }),
    installationCeiling: fc.nat({ max: 60 }),
    confirmedLately: fc.boolean(),
  }),
});

it("lets no text out of a workspace that is off or suspended, nor to a country or number that gets none", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const passes = passGate(facts) === null;
      if (!facts.workspace.active || facts.workspace.suspended || facts.caller.region !== "allowed") {
        expect(passes).toBe(false);
      }
    }),
  );
});

it("lets no person past an opt-out, a registration, a limit", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      if (facts.purpose === "opt_out_confirmation" || passGate(facts)) return;
      const { refusals, registration, limits } = facts;
      expect(refusals).toEqual({ optedOut: false, blocked: false });
      expect(["approved", "not_needed"]).toContain(registration);
      expect(limits.ofMember).toBeLessThan(30);
      expect(limits.toCaller).toBeLessThan(10);
      expect(limits.spentTodayCents + limits.textCents).toBeLessThanOrEqual(limits.dailySpendCapCents);
      expect(limits.installationTexts).toBeLessThan(limits.installationCeiling);
    }),
  );
});

it("has a sentence for whatever stops a text, before it is written and at its bubble", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const refusal = passGate(facts);
      if (!refusal) return;
      expect(gateWords(refusal).words).toMatch(/^[A-Z].+\.$/);
      expect(notSentWords(refusal.reason)).toMatch(/^Not sent: .+[^.]$/);
    }),
  );
});
