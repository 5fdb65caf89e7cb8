import { type AvailableNumber, searchNumbers as search } from "../twilio/numbers";
import { countryOf } from "./e164";
import { setupTrouble } from "./setup-trouble";

export type NumberSearch =
  | { ok: true; numbers: AvailableNumber[]; where: string | null }
  | { ok: false; words: string; badInput?: boolean };

const COUNTRIES = ["US", "CA"] as const;
const LONGEST_PLACE = 60;

/** Numbers on offer by area code or city; when there are none, some of the same country with `where` null. */
export async function searchNumbers(typed: string): Promise<NumberSearch> {
  const wish = readWish(typed);
  if (!wish) return { ok: false, words: "Enter an area code of three digits, like 503, or a city.", badInput: true };
  for (const country of wish.countries) {
    const found = await search({ country, areaCode: wish.areaCode, city: wish.city });
    if (!found.ok) return { ok: false, words: setupTrouble(found) };
    if (found.numbers.length > 0)
      return { ok: true, numbers: found.numbers, where: wish.areaCode ?? wish.city ?? null };
  }
  const anywhere = await search({ country: wish.countries[0] ?? "US" });
  return anywhere.ok
    ? { ok: true, numbers: anywhere.numbers, where: null }
    : { ok: false, words: setupTrouble(anywhere) };
}

type Wish = { areaCode?: string; city?: string; countries: readonly string[] };

function readWish(typed: string): Wish | null {
  if (typed.length > LONGEST_PLACE) return null;
  const digits = typed.replace(/\D/g, "").replace(/^1(?=\d{3,})/, "");
  if (digits !== "") {
    const areaCode = /^[2-9]\d{2}/.exec(digits)?.[0];
    if (!areaCode) return null;
    return { areaCode, countries: [countryOf(`+1${areaCode}2345678`) === "CA" ? "CA" : "US"] };
  }
  // "Portland, OR" and "Portland OR" are how people say which one; Twilio knows the town by its name alone.
  const city = typed.trim().replace(/,.*$|(?<!\s)\s+[A-Z]{2}$/, "");
  return /\p{L}{2}/u.test(city) ? { city, countries: COUNTRIES } : null;
}
