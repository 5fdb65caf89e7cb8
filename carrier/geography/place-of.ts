import { areaCode } from "./area-codes";
import { cityOf } from "./cities";

export interface Place {
  city: string;
  state: string;
  zip: string;
  country: string;
}

const NOWHERE: Place = { city: "", state: "", zip: "", country: "" };
const COUNTRIES: [prefix: string, country: string][] = [
  ["+44", "GB"],
  ["+49", "DE"],
  ["+33", "FR"],
  ["+34", "ES"],
  ["+39", "IT"],
  ["+48", "PL"],
  ["+52", "MX"],
  ["+55", "BR"],
  ["+61", "AU"],
  ["+353", "IE"],
];

/** What the number plan tells about a number, as Twilio sends it: often little, sometimes nothing. */
export function placeOf(number: string): Place {
  if (!/^\+\d+$/.test(number)) return NOWHERE;
  if (/^\+1\d{10}$/.test(number)) {
    const code = number.slice(2, 5);
    const area = areaCode(code);
    const city = cityOf(code);
    if (!area) return { ...NOWHERE, country: "US" };
    return {
      city: city?.locality.toUpperCase() ?? "",
      state: area.region,
      zip: city?.postalCode ?? "",
      country: area.country,
    };
  }
  const country = COUNTRIES.find(([prefix]) => number.startsWith(prefix))?.[1] ?? "";
  return { ...NOWHERE, country };
}
