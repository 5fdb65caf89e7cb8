import { type CountryCode, type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/max";

export type PhoneKind =
  | "mobile"
  | "landline"
  | "fixed_or_mobile"
  | "toll_free"
  | "premium"
  | "voip"
  | "satellite"
  | "other";

export type ParsedPhone =
  | { ok: true; e164: string; country: string | null; national: string; kind: PhoneKind }
  | { ok: false; why: string };

const KINDS: Record<string, PhoneKind> = {
  MOBILE: "mobile",
  FIXED_LINE: "landline",
  FIXED_LINE_OR_MOBILE: "fixed_or_mobile",
  TOLL_FREE: "toll_free",
  PREMIUM_RATE: "premium",
  VOIP: "voip",
};

/** Iridium, Globalstar, Inmarsat and their kin; +882 and +883 are the shared networks, satellite among them. */
const SATELLITE_CODES: readonly string[] = ["870", "881", "882", "883"];

/**
 * The one way from what somebody typed, or a carrier sent, to E.164. Possible is enough: numbers are put into service
 * faster than any list of valid ranges learns of them, and fictional ones (555-01xx) are used in tests and demos.
 */
export function parsePhone(input: string, defaultCountry = "US"): ParsedPhone {
  if (input.length > LONGEST_TYPED) return { ok: false, why: TOO_LONG };
  const key = `${defaultCountry} ${input}`;
  const known = parsed.get(key);
  if (known) return known;
  if (parsed.size >= MOST_PARSED) parsed.clear();
  const phone = parse(input, defaultCountry);
  parsed.set(key, phone);
  return phone;
}

/** More than any number has with all that people write around one. What is longer is neither parsed nor kept. */
export const LONGEST_TYPED = 64;
const TOO_LONG = "That is too long for a phone number.";

/** A call's numbers are asked about many times while it is decided, and parsing one takes longer than deciding. */
const parsed = new Map<string, ParsedPhone>();
const MOST_PARSED = 2000;

function parse(input: string, defaultCountry: string): ParsedPhone {
  const typed = input.trim();
  if (typed === "") return { ok: false, why: "Enter a phone number." };
  if (/[a-z]/i.test(typed.replace(/(ext\.?|x)\s*\d+$/i, ""))) {
    return { ok: false, why: "Use digits only, like (503) 555-0142." };
  }
  const phone = parsePhoneNumberFromString(typed, { defaultCountry: defaultCountry as CountryCode, extract: false });
  if (!phone) return { ok: false, why: "That isn't a phone number. Enter it with its area code." };
  if (phone.ext) return { ok: false, why: "Leave out the extension. Texts and calls go to the whole number." };
  if (!phone.isPossible()) return { ok: false, why: whyNotPossible(phone) };

  const country = countryOfParsed(phone);
  if (phone.countryCallingCode === "1" && !(country && isNorthAmericanShape(phone.nationalNumber))) {
    return { ok: false, why: "That area code isn't in use. Check the number." };
  }
  return { ok: true, e164: phone.number, country, national: formatPhone(phone.number), kind: kindOf(phone) };
}

/** `(503) 555-0142` in the US and Canada, `+44 20 7946 0958` elsewhere; what is no phone number comes back as it is. */
export function formatPhone(e164: string): string {
  if (e164.length > LONGEST_TYPED) return e164;
  const phone = parsePhoneNumberFromString(e164);
  if (!phone?.isPossible()) return e164;
  const country = countryOfParsed(phone);
  return country === "US" || country === "CA" ? phone.formatNational() : phone.formatInternational();
}

/** For logs: enough to recognise a number by, not enough to dial it. */
export function maskPhone(e164: string): string {
  return /^\+\d{10,15}$/.test(e164) ? `${e164.slice(0, 5)}•••${e164.slice(-4)}` : "•••";
}

/** ISO country of an E.164 number, also for +1 numbers outside the US; null when there is none (satellite). */
export function countryOf(e164: string): string | null {
  const possible = parsePhone(e164);
  if (possible.ok) return possible.country;
  const phone = e164.length > LONGEST_TYPED ? undefined : parsePhoneNumberFromString(e164);
  return phone ? countryOfParsed(phone) : null;
}

function whyNotPossible(phone: PhoneNumber): string {
  const digits = phone.nationalNumber.length;
  if (phone.countryCallingCode !== "1") return "That number has too few or too many digits.";
  return digits < 10 ? "That number is too short. Include the area code." : "That number is too long.";
}

function isNorthAmericanShape(national: string): boolean {
  return /^[2-9](?!11)\d{2}[2-9]\d{6}$/.test(national);
}

function countryOfParsed(phone: PhoneNumber): string | null {
  if (phone.country) return phone.country;
  if (phone.countryCallingCode === "1") return countryOfAreaCode(phone.nationalNumber.slice(0, 3));
  return phone.getPossibleCountries()[0] ?? null;
}

/** Libphonenumber names no country for an exchange it does not know; another exchange of the area code tells. */
function countryOfAreaCode(areaCode: string): string | null {
  for (const exchange of ["234", "456", "555", "777", "982"]) {
    const country = parsePhoneNumberFromString(`+1${areaCode}${exchange}2345`)?.country;
    if (country) return country;
  }
  return null;
}

function kindOf(phone: PhoneNumber): PhoneKind {
  if (SATELLITE_CODES.includes(phone.countryCallingCode)) return "satellite";
  const kind = KINDS[phone.getType() ?? ""];
  if (kind) return kind;
  return phone.countryCallingCode === "1" && !phone.isValid() ? "fixed_or_mobile" : "other";
}
