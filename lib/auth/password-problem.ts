import common from "./common-passwords.json" with { type: "json" };

const SHORTEST = 10;
const LONGEST = 200;

/** Where people add it to a word, a shorter one adds nothing that has to be guessed. */
const FEWEST_OF_OWN = 5;
/** The share of steps to a neighbour above which a password is a walk over the keyboard or the alphabet. */
const WALK = 0.75;

/** What people choose first when ten characters are asked for, letters alone; two of them are no better than one. */
const FIRST_CHOICES = ["password", "passwort", "qwerty", "letmein", "welcome", "iloveyou", "ringback", "administrator"];

let known: ReadonlySet<string> | undefined;

/** Made at the first question: most processes never ask. */
function commonPasswords(): ReadonlySet<string> {
  known ??= new Set(common.passwords.split(" "));
  return known;
}

/** Why this password will not do, in a sentence, or null. `about`: words of the person that anybody could guess. */
export function passwordProblem(password: string, about: readonly string[] = []): string | null {
  if (password.length > LONGEST) return `Keep it to ${LONGEST} characters.`;
  if ([...password].length < SHORTEST) return `Use ${SHORTEST} characters or more. Three words in a row do well.`;
  const plain = password.normalize("NFKC").toLowerCase();
  const simple =
    new Set(plain).size < FEWEST_OF_OWN ||
    isWalk(plain) ||
    isCommon(plain) ||
    leftOver(plain, [...FIRST_CHOICES, ...words(about)]).length < FEWEST_OF_OWN;
  return simple ? "That is easy to guess. Three words that don't belong together do well." : null;
}

/** One of the list, as it is, with digits and signs around it, or with little else beside it. */
function isCommon(plain: string): boolean {
  const list = commonPasswords();
  const letters = Array.from(plain);
  const trimmed = letters.slice(letters.findIndex(isLetter), letters.findLastIndex(isLetter) + 1).join("");
  if (list.has(plain) || list.has(trimmed)) return true;
  for (let length = plain.length - FEWEST_OF_OWN + 1; length < plain.length; length++) {
    if (list.has(plain.slice(0, length)) || list.has(plain.slice(-length))) return true;
  }
  return false;
}

function isLetter(character: string): boolean {
  return /^\p{L}$/u.test(character);
}

const ROWS = ["1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./"];

/** Keys beside, above and below each other, of a keyboard whose rows are shifted by half a key. */
const NEIGHBOURS = new Set(
  ROWS.flatMap((row, r) =>
    [...row].flatMap((key, k) => [row[k + 1], ROWS[r + 1]?.[k], ROWS[r + 1]?.[k - 1]].map((next) => `${key}${next}`)),
  ),
);

/** 1234567890, abcdefghij, qazwsxedc, 1q2w3e4r and back: nearly every step leads to a neighbour, or stays. */
function isWalk(plain: string): boolean {
  const letters = Array.from(plain);
  const steps = letters.slice(1).map((to, i) => [letters[i] ?? to, to] as const);
  const easy = steps.filter(([from, to]) => {
    const distance = Math.abs(to.charCodeAt(0) - from.charCodeAt(0));
    return distance <= 1 || NEIGHBOURS.has(from + to) || NEIGHBOURS.has(to + from) || isRound(from, to);
  });
  return easy.length / steps.length >= WALK;
}

/** From 9 to 0 and back. */
function isRound(from: string, to: string): boolean {
  return (from === "9" && to === "0") || (from === "0" && to === "9");
}

function words(about: readonly string[]): string[] {
  return about.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 2);
}

/** What remains when guessable words are taken out. */
function leftOver(password: string, guessable: readonly string[]): string {
  return guessable.reduce((rest, word) => rest.replaceAll(word, ""), password);
}
