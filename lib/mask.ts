const SPACE = String.raw`(?:%20|[\s.+-])`;
/** A number as people and programs write it: its country, its area, in brackets or not, and the rest. */
const SPACED = String.raw`(?:(?:\+|%2B)?\d{1,3}${SPACE})?(?:\(|%28)?\d{3}(?:\)|%29)?${SPACE}{0,2}\d{3}${SPACE}\d{4}`;
const PHONE = new RegExp(String.raw`(?<![\w-])${SPACED}(?![\w-])|(?:\+|%2B)\d{7,}|(?<![\w-])\d{10,15}(?![\w-])`, "gi");

/** What could be a phone number keeps its first and last digits; ids, whose digits stand among letters, stay whole. */
function maskPhones(value: string): string {
  return value.replace(PHONE, (phone) => `${phone.slice(0, 3)}•••${phone.slice(-2)}`);
}

/**
 * Passwords in addresses, credentials in headers and signed tokens, by their looks: errors of libraries repeat them.
 * A scheme has at most 20 letters here: without that bound its search takes time in the square of a long word.
 */
function maskSecrets(value: string): string {
  return value
    .replace(/([a-z][a-z\d+.-]{0,19}:\/\/)[^\s/?#]*@/gi, "$1•••@")
    .replace(/\b(basic|bearer)(\s+|%20)[\w.~+/=%-]{6,}/gi, "$1 •••")
    .replace(/eyJ[\w.-]{12,}/g, "•••");
}

/** Phone numbers and secrets made unreadable, in time linear in the length. */
export function mask(value: string): string {
  return maskPhones(maskSecrets(value));
}

/** Longer than any phone number is written. */
const LAST_WORDS = 40;

/**
 * The beginning of a text, masked. What the cut has halved would not be known for a number or a secret any more, so the
 * end goes as well.
 * @param most characters
 */
export function maskedBeginning(value: string, most: number): string {
  if (value.length <= most) return mask(value);
  const masked = mask(value.slice(0, most).replace(/:\/\/[^\s/?#]*$/, "://•••"));
  return `${masked.slice(0, -LAST_WORDS)}… (${value.length} characters)`;
}
