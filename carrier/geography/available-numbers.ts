import { areaCode, type Country } from "./area-codes";
import { CITIES, cityOf } from "./cities";

export interface NumberSearch {
  country: Country;
  areaCode?: string;
  locality?: string;
  contains?: string;
  limit: number;
  isTaken: (number: string) => boolean;
}

const PER_AREA = 400;

/** Numbers for sale, always the same ones in the same order. All are 555 numbers, which nobody in the world has. */
export function availableNumbers(search: NumberSearch): string[] {
  const codes = search.areaCode ? [search.areaCode] : CITIES.map((city) => city.code);
  const pattern = search.contains ? containsPattern(search.contains) : undefined;
  const locality = search.locality?.toLowerCase();
  const usable = codes.filter((code) => {
    if (areaCode(code)?.country !== search.country) return false;
    return !locality || cityOf(code)?.locality.toLowerCase() === locality;
  });
  const found: string[] = [];
  for (let index = 0; index < PER_AREA; index++) {
    for (const code of usable) {
      const number = nthNumber(code, index);
      if (search.isTaken(number) || (pattern && !pattern.test(number))) continue;
      found.push(number);
      if (found.length >= search.limit) return found;
    }
  }
  return found;
}

/** Whether a number that was asked for by name belongs to what this network sells. */
export function isForSale(number: string): boolean {
  return /^\+1\d{3}555\d{4}$/.test(number) && areaCode(number.slice(2, 5)) !== undefined;
}

/** 555-01xx stays free for people's phones. */
function nthNumber(code: string, index: number): string {
  const line = 200 + ((Number(code) * 617 + index * 2_347) % 9_800);
  return `+1${code}555${String(line).padStart(4, "0")}`;
}

const KEYPAD = ["ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ"];

function containsPattern(contains: string): RegExp {
  const digits = [...contains.toUpperCase()].map((character) => {
    if (character === "*") return "\\d";
    if (/\d/.test(character)) return character;
    const key = KEYPAD.findIndex((letters) => letters.includes(character));
    return key < 0 ? "" : String(key + 2);
  });
  return new RegExp(digits.join(""));
}
