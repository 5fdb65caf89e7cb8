const SHORTEST = 10;
const LONGEST = 200;

/** What people choose first when ten characters are asked for, letters alone. */
const COMMON = ["password", "passwort", "qwerty", "letmein", "welcome", "iloveyou", "ringback", "administrator"];

/** Why this password will not do, in a sentence, or null. `about`: words of the person that anybody could guess. */
export function passwordProblem(password: string, about: readonly string[] = []): string | null {
  if (password.length > LONGEST) return `Keep it to ${LONGEST} characters.`;
  if ([...password].length < SHORTEST) return `Use ${SHORTEST} characters or more. Three words in a row do well.`;
  const plain = password.toLowerCase();
  const simple = new Set(plain).size < 5 || isRun(plain) || leftOver(plain, [...COMMON, ...words(about)]).length < 5;
  return simple ? "That is easy to guess. Three words that don't belong together do well." : null;
}

/** 1234567890, abcdefghij and back: every step is the same, round the end of the digits as well. */
function isRun(text: string): boolean {
  const codes = Array.from(text, (letter) => letter.charCodeAt(0));
  const steps = codes.slice(1).map((code, i) => (code - (codes[i] ?? code) + 10) % 10);
  return new Set(steps).size === 1;
}

function words(about: readonly string[]): string[] {
  return about.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 2);
}

/** What remains when guessable words are taken out. */
function leftOver(password: string, guessable: readonly string[]): string {
  return guessable.reduce((rest, word) => rest.replaceAll(word, ""), password);
}
