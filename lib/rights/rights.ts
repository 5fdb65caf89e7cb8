import type { NumberOrigin, Role, SignUpMode } from "../../db/enums";
import { hasRoomFor } from "../billing/plans";

/** Who asks. Operators act in every workspace; the role counts for everybody else. */
export type Actor = { role: Role | null; isOperator: boolean; emailProved: boolean };

/** What costs the operator money or reaches people. */
export type Deed =
  /** See and connect a number that the installation's carrier account already has. */
  | { is: "adopt_number" }
  | { is: "buy_number"; counts: NumberCounts }
  /** Give a number up here. */
  | { is: "release_number" }
  /** Delete it at the carrier as well, which nobody can take back. */
  | { is: "delete_number"; origin: NumberOrigin }
  /** Give it up here and go on paying for it. */
  | { is: "keep_number"; origin: NumberOrigin }
  | { is: "attest_registration" }
  /** Allow more countries or higher caps than the operator's ceilings. */
  | { is: "pass_ceilings" };

export type NumberCounts = {
  /** The plan's name and its numbers. */
  plan: { name: string; numbers: number | "as_is" | null };
  /** The workspace's numbers, however they came. */
  live: number;
  /** Those that its owners bought. */
  bought: number;
  /** And those that they bought within the last 30 days, given up since or not: each has cost its month. */
  boughtLately: number;
  /** And those that the owners of all workspaces bought. */
  boughtByAll: number;
};

/** What the operator allows the owners of a workspace: its own limits where there are some, else the installation's. */
export type OwnersLimits = {
  numbers: number;
  /** The operator has set `numbers` for this very workspace. */
  numbersSet: boolean;
  numbersForAll: number;
  mayAttest: boolean;
};

export type RefusalCode =
  | "admins_only"
  | "operator_only"
  | "mail_not_proved"
  | "buying_not_allowed"
  | "own_numbers_used"
  | "bought_too_often"
  | "all_numbers_used"
  | "plan_numbers_used"
  | "attesting_not_allowed";

/** `remedy.to` follows the workspace's address: "/billing". */
export type RightRefused = { code: RefusalCode; words: string; remedy: { label: string; to: string } | null };

export type RightQuestion = { actor: Actor; deed: Deed; limits: OwnersLimits; mode: SignUpMode };

/** How many numbers owners may give up for others within 30 days. */
const EXCHANGES = 2;

type Standing = "operator" | "admin" | "member";
type Rule = (question: RightQuestion) => RightRefused | null;

const allowed: Rule = () => null;
const adminsOnly: Rule = () => refusal("admins_only", "Only owners and admins can do this. Ask one of them.");
const operatorOnly: Rule = () =>
  refusal("operator_only", "Only the operator of this installation can do this. Ask whoever runs it.");

/** Only the operator's money and name stand behind these; an owner's right to them is the operator's to give. */
const RIGHTS: Record<Deed["is"], Record<Standing, Rule>> = {
  adopt_number: { operator: allowed, admin: operatorOnly, member: operatorOnly },
  buy_number: { operator: allowed, admin: whyNotBuy, member: adminsOnly },
  release_number: { operator: allowed, admin: allowed, member: adminsOnly },
  delete_number: { operator: allowed, admin: unlessBought(operatorOnly), member: operatorOnly },
  keep_number: { operator: allowed, admin: ifBought(operatorOnly), member: operatorOnly },
  attest_registration: { operator: allowed, admin: whyNotAttest, member: adminsOnly },
  pass_ceilings: { operator: allowed, admin: operatorOnly, member: operatorOnly },
};

/** Why this person may not do that, with what would help; null when they may. Pure. */
export function whyNotAllowed(question: RightQuestion): RightRefused | null {
  return RIGHTS[question.deed.is][standingOf(question.actor)](question);
}

export function standingOf({ role, isOperator }: Actor): Standing {
  if (isOperator) return "operator";
  return role === "owner" || role === "admin" ? "admin" : "member";
}

function whyNotBuy({ actor, deed, limits, mode }: RightQuestion): RightRefused | null {
  if (deed.is !== "buy_number") return null;
  const { plan, live, bought, boughtLately, boughtByAll } = deed.counts;
  if (mode === "open" && !actor.emailProved) {
    return refusal("mail_not_proved", "Prove your email address before you get a number.", {
      label: "Prove it",
      to: "/account",
    });
  }
  if (!hasRoomFor(plan.numbers, live)) return refusal("plan_numbers_used", planWords(plan), SEE_PLANS);
  // A plan that is paid for says itself how many; elsewhere the operator does.
  const planDecides = mode === "open" && plan.numbers !== null && !limits.numbersSet;
  if (!planDecides && limits.numbers === 0) {
    return refusal("buying_not_allowed", "The operator of this installation connects numbers for you. Ask for one.");
  }
  if (!planDecides && bought >= limits.numbers) {
    const many = limits.numbers === 1 ? "1 number" : `${limits.numbers} numbers`;
    const words = `A workspace can get ${many} here. Release one first, or ask the operator of this installation for more.`;
    return refusal("own_numbers_used", words);
  }
  const most = planDecides && typeof plan.numbers === "number" ? plan.numbers : limits.numbers;
  if (boughtLately >= most + EXCHANGES) {
    const words = `This workspace got ${boughtLately} numbers in 30 days. Ask the operator of this installation for another.`;
    return refusal("bought_too_often", words);
  }
  if (boughtByAll >= limits.numbersForAll) {
    const words = "This installation has no numbers left to give. Its operator can allow more, or connect one for you.";
    return refusal("all_numbers_used", words);
  }
  return null;
}

function planWords({ name, numbers }: NumberCounts["plan"]): string {
  if (numbers === "as_is") return `The ${name} plan adds no numbers. The ones you have stay.`;
  const many = numbers === 1 ? "1 number" : `${numbers} numbers`;
  return `The ${name} plan has ${many}. Release one first, or see Billing for the other plans.`;
}

function whyNotAttest({ limits }: RightQuestion): RightRefused | null {
  if (limits.mayAttest) return null;
  const words = "The operator of this installation registers numbers and confirms it here. Ask them to.";
  return refusal("attesting_not_allowed", words);
}

function unlessBought(otherwise: Rule): Rule {
  return (question) => (isBought(question.deed) ? null : otherwise(question));
}

function ifBought(then: Rule): Rule {
  return (question) => (isBought(question.deed) ? then(question) : null);
}

function isBought(deed: Deed): boolean {
  return "origin" in deed && deed.origin === "bought";
}

const SEE_PLANS = { label: "See plans", to: "/billing" };

function refusal(code: RefusalCode, words: string, remedy: RightRefused["remedy"] = null): RightRefused {
  return { code, words, remedy };
}
