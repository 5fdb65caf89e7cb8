export type SearchPatterns = {
  words: string;
  digits: string | null;
  /** The indexes hold words by three letters in a row; a shorter search they cannot serve. */
  indexed: boolean;
};

const ANYTHING_BUT_A_NUMBER = /[^\d\s().+-]/;
const THREE_IN_A_ROW = /[\p{L}\p{N}]{3}/u;

/** What a search looks for, as patterns of LIKE; null for a search of nothing. */
export function searchPatterns(search: string | undefined): SearchPatterns | null {
  const asked = search?.trim().slice(0, 100);
  if (!asked) return null;
  const digits = asked.replace(/\D/g, "");
  const isNumber = digits.length >= 3 && !ANYTHING_BUT_A_NUMBER.test(asked);
  return {
    words: `%${asked.replace(/[\\%_]/g, "\\$&")}%`,
    digits: isNumber ? `%${digits}%` : null,
    indexed: THREE_IN_A_ROW.test(asked),
  };
}
