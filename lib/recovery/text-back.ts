import { measureText, straighten } from "../conversations/segments";

export type WordingProblem = { problem: string; level: "error" | "warning"; words: string };

export const OPT_OUT_WORDS = "Reply STOP to opt out, HELP for help.";
export const DEFAULT_TEXT_BACK = `{business}: sorry we missed your call. What can we help with? ${OPT_OUT_WORDS}`;
export const DEFAULT_NOTICE = "Sorry we missed you, this is {business}. We're texting you now. Press 9 for no text.";

/** About five seconds of speech. */
const NOTICE_LENGTH = 90;

/** Far more than either takes: what is longer is not looked at any further. */
export const LONGEST_WORDING = 1000;
export const TEXT_TOO_LONG = "That is far too long for one text. Keep it to 160 characters.";
export const NOTICE_TOO_LONG = `That is far too long to say in five seconds. Keep it to ${NOTICE_LENGTH} characters.`;
const TYPICAL_BUSINESS = "Alder & Sons";
const TYPICAL_CALLER = "Jordan";

/** The opening text as it is sent. The opt-out words are locked: a template without them gets them appended. */
export function renderTextBack(template: string, names: { business: string; callerName: string | null }): string {
  const filled = fill(dropUnknownName(straighten(template), names.callerName), {
    business: names.business,
    caller_name: names.callerName ?? "",
  });
  return saysHowToStop(filled) ? filled : `${filled} ${OPT_OUT_WORDS}`.trim();
}

/** What is wrong with a template, worst first. Errors keep it from being saved. */
export function checkTextBack(template: string, { business }: { business: string }): WordingProblem[] {
  if (template.length > LONGEST_WORDING) return [error("too_long", TEXT_TOO_LONG)];
  const plain = straighten(template).trim();
  if (plain === "") return [{ problem: "empty", level: "error", words: "Write the text that callers get." }];
  // The rules judge what the owner wrote around the name, not a name like "Best Deal Plumbing".
  const own = plain.replace(OPT_OUT_WORDS, "").replaceAll(business.trim() || "{business}", "{business}");
  const body = renderTextBack(plain, { business, callerName: TYPICAL_CALLER });
  return [
    ...placeholderProblems(plain, ["business", "caller_name"]),
    ...TEXT_RULES.filter(({ broken }) => broken(own, business)).map(({ broken: _, ...problem }) => problem),
    ...lengthProblems(body),
    ...(saysHowToStop(plain) ? [] : [warning("stop_missing", `We add "${OPT_OUT_WORDS}" at the end.`)]),
  ].toSorted((a, b) => Number(a.level === "warning") - Number(b.level === "warning"));
}

/** What a missed caller hears. */
export function renderNotice(template: string, { business }: { business: string }): string {
  return fill(straighten(template), { business });
}

export function checkNotice(template: string, { business }: { business: string }): WordingProblem[] {
  if (template.length > LONGEST_WORDING) return [error("too_long", NOTICE_TOO_LONG)];
  const plain = straighten(template).trim();
  if (plain === "") return [{ problem: "empty", level: "error", words: "Write what callers hear, or turn it off." }];
  const problems = placeholderProblems(plain, ["business"]);
  if (!namesBusiness(plain, business)) problems.push(error("business_missing", "Name your business with {business}."));
  if (!/\bpress (9|nine)\b/i.test(plain)) {
    problems.push(error("press_9_missing", 'Keep "Press 9 for no text". It is how callers say no.'));
  }
  const typical = renderNotice(plain, { business: TYPICAL_BUSINESS }).length;
  const own = renderNotice(plain, { business }).length;
  if (typical > NOTICE_LENGTH) {
    problems.push(error("too_long", `That is ${typical} characters. Keep it to ${NOTICE_LENGTH}, about five seconds.`));
  } else if (own > NOTICE_LENGTH) {
    problems.push(warning("long", `With your name it is ${own} characters, a little over five seconds.`));
  }
  return problems;
}

type Rule = WordingProblem & { broken: (template: string, business: string) => boolean };

const LINK = /https?:|www\.|[a-z0-9-]\.(com|net|org|io|co|us|ca|biz|info|app|ly|gl|me|link|site|shop)\b/i;
const PRICE = /[$€£]\s?\d|\b\d+([.,]\d+)?\s?(dollars?|bucks|usd|cad|euros?)\b/i;
const OFFER =
  /\b(discounts?|coupons?|promos?|promotions?|promotional|deals?|sale|special offer|specials|% off|percent off|save|win|winner|prizes?|gift cards?|limited time|act now|order now|buy now|cheapest|lowest price|free)\b|\d\s?%/i;

const TEXT_RULES: readonly Rule[] = [
  {
    ...error("business_missing", "Name your business with {business}, so that callers know who it is."),
    broken: (t, b) => !namesBusiness(t, b),
  },
  { ...error("link", "Take the link out. Carriers filter first texts with links."), broken: (t) => LINK.test(t) },
  {
    ...error("price", "Take the price out. The first text answers a call, it doesn't sell."),
    broken: (t) => PRICE.test(t),
  },
  {
    ...error("offer", "Take the offer out. The first text answers a call, it doesn't sell."),
    broken: (t) => OFFER.test(t.replace(/\bfeel free\b/gi, "")),
  },
  {
    ...error("emoji", "Take the emoji out. It doubles the price of the text."),
    broken: (t) => /\p{Extended_Pictographic}/u.test(t),
  },
  { ...warning("question_missing", "Ask a question. Callers answer questions."), broken: (t) => !t.includes("?") },
  {
    ...warning("reason_missing", "Say that you missed their call, so that they know why you text."),
    broken: (t) => !/\b(call|called|calling|miss|missed|phone|phoned|rang)\b/i.test(t),
  },
];

function lengthProblems(body: string): WordingProblem[] {
  const { characters, encoding, segments } = measureText(body);
  const found: WordingProblem[] = [];
  if (encoding === "unicode" && !/\p{Extended_Pictographic}/u.test(body)) {
    const odd = [...body].filter((c) => measureText(c).encoding === "unicode");
    found.push(warning("unicode", `"${odd[0]}" makes every text shorter and dearer. Use a plain letter.`));
  }
  if (segments > 2) found.push(error("too_long", `${characters} characters is ${segments} texts. Keep it to one.`));
  else if (segments === 2) found.push(warning("two_texts", `${characters} characters is 2 texts. One is cheaper.`));
  return found;
}

function placeholderProblems(template: string, known: readonly string[]): WordingProblem[] {
  const names = [...template.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
  const unknown = names.filter((name) => !known.includes(name));
  const list = known.map((name) => `{${name}}`).join(" and ");
  const problems = unknown.map((name) => error("unknown_placeholder", `We don't know {${name}}. You can use ${list}.`));
  if (/[{}]/.test(template.replace(/\{[^{}]*\}/g, ""))) {
    problems.push(error("open_placeholder", `A bracket is missing its other half. You can use ${list}.`));
  }
  return problems;
}

function namesBusiness(template: string, business: string): boolean {
  const name = business.trim().toLowerCase();
  return template.includes("{business}") || (name !== "" && template.toLowerCase().includes(name));
}

function saysHowToStop(text: string): boolean {
  return /\b(reply|text|send|answer)\b[^.?]{0,12}\bSTOP\b/i.test(text);
}

/** One pass, so that a name which happens to hold a placeholder is not filled in again. */
function fill(template: string, names: Record<string, string>): string {
  return template
    .replace(/\{([a-z_]+)\}/g, (whole, key: string) => (Object.hasOwn(names, key) ? clean(names[key] ?? "") : whole))
    .replace(/\s+/g, " ")
    .trim();
}

/** Without a name "Hi {caller_name}, sorry" becomes "Hi, sorry" and "{caller_name}, sorry" becomes "Sorry". */
function dropUnknownName(template: string, callerName: string | null): string {
  if (callerName?.trim()) return template;
  return template
    .replace(/(^|[.?!:]\s*)\{caller_name\}\s*[,:]\s*(\p{L})/gu, (_, before: string, letter: string) =>
      before.trim() === ":" ? `${before}${letter}` : `${before}${letter.toUpperCase()}`,
    )
    .replace(/(?<!\s)\s*\{caller_name\}/g, "");
}

function clean(name: string): string {
  return straighten(name).replace(/\s+/g, " ").trim().slice(0, 60);
}

function error(problem: string, words: string): WordingProblem {
  return { problem, level: "error", words };
}

function warning(problem: string, words: string): WordingProblem {
  return { problem, level: "warning", words };
}
