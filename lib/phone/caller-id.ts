import { countryOf, LONGEST_TYPED, type PhoneKind, parsePhone } from "./e164";

export type Caller = { kind: "phone"; e164: string } | { kind: "withheld" } | { kind: "not_a_phone"; raw: string };

export type RegionVerdict = "allowed" | "not_allowed" | "not_a_phone";

/** Keypad spellings of ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN and UNAVAILABLE. Some look like foreign numbers. */
const WITHHELD_DIGITS: readonly string[] = ["266696687", "7378742833", "2562533", "8656696", "86282452253"];

const WITHHELD_WORDS =
  /^(sip:)?(anonymous|unknown|private|restricted|unavailable|blocked|withheld|no caller id|id unavailable|not available)\b/i;

/** Who is calling, from what the carrier says. Withheld callers are recognised before anything is parsed. */
export function readCaller(from: string): Caller {
  const raw = from.slice(0, LONGEST_TYPED).trim();
  if (raw === "" || /^(client|sips?):/i.test(raw) || WITHHELD_WORDS.test(raw)) return { kind: "withheld" };
  if (WITHHELD_DIGITS.includes(raw.replace(/^\+/, ""))) return { kind: "withheld" };
  if (from.length > LONGEST_TYPED || !/^\+?[\d\s().-]+$/.test(raw)) return { kind: "not_a_phone", raw };
  const phone = parsePhone(raw);
  return phone.ok ? { kind: "phone", e164: phone.e164 } : { kind: "not_a_phone", raw };
}

/**
 * Whether the workspace texts this number's country. `+1` is no country: the Caribbean is told apart by area code. A
 * toll-free number is nobody's phone, wherever it is.
 */
export function regionVerdict(e164: string, allowedRegions: readonly string[]): RegionVerdict {
  const phone = parsePhone(e164);
  if (!phone.ok || NOT_PEOPLE.includes(phone.kind)) return "not_a_phone";
  const country = countryOf(phone.e164);
  return country !== null && allowedRegions.includes(country) ? "allowed" : "not_allowed";
}

const NOT_PEOPLE: readonly PhoneKind[] = ["premium", "satellite", "toll_free"];
