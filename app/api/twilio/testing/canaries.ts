import { randomBytes } from "node:crypto";

const rare = () => randomBytes(12).toString("hex");

/** Words that must never be written anywhere: made anew for every run, so that no file can know them. */
export function makeCanaries() {
  return {
    "auth token": `tok${rare()}`,
    "previous auth token": `old${rare()}`,
    "session secret": `sec+${rare()}/=${rare()}`,
    "mail password": `smtp${rare()}`,
    "media password": `med${rare()}`,
    "session token": `eyJhbGciOiJkaXIifQ.${rare()}.${rare()}`,
    "call token": `ct${rare()}`,
    "sign-in password": `pw ${rare()}`,
    "words of a text": `Ünsaid “${rare()}”\nsecond line`,
  };
}

/** A text as it would look through what loggers and errors do to it. */
function disguises(word: string): string[] {
  const query = new URLSearchParams({ w: word }).toString().slice(2);
  const bytes = Buffer.from(word);
  // Inside a longer text base64 depends on where it begins; what the neighbours touch is cut off.
  const shifted = [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    return whole.slice(shift === 0 ? 0 : shift + 1, -2);
  });
  return [word, JSON.stringify(word).slice(1, -1), encodeURIComponent(word), query, bytes.toString("hex"), ...shifted];
}

/** Which canaries stand in what was written, and how. */
export function findCanaries(written: string, canaries: Readonly<Record<string, string>>): string[] {
  const low = written.toLowerCase();
  return Object.entries(canaries).flatMap(([name, word]) => {
    const found = [...new Set(disguises(word))].find((disguise) => low.includes(disguise.toLowerCase()));
    return found === undefined ? [] : [`${name}: ${found.slice(0, 12)}…`];
  });
}

/** Whole phone numbers, however they are spaced; ids and times are made of digits too, so only these numbers count. */
export function findPhones(written: string, phones: readonly string[]): string[] {
  const digits = written.replace(/(?<=\d)(?:%20|[\s().+-])+(?=\d)/g, "");
  return phones.filter((phone) => digits.includes(phone.replace(/\D/g, "").slice(-10)));
}
