import { z } from "zod";

/** The longest address that mail can be delivered to (RFC 5321). */
const LONGEST = 254;

const ASCII = /^[\x21-\x7e]*$/;
const shape = z.email();

export type EmailRead = { ok: true; email: string } | { ok: false; words: string };

/**
 * The one spelling under which a mail address is kept, looked up and counted: ASCII in lower case. JavaScript and Postgres
 * lower letters beyond ASCII differently, so that one account would have many spellings.
 */
export function readEmailAddress(typed: string): EmailRead {
  const email = typed.trim();
  if (email === "") return { ok: false, words: "Enter your email." };
  if (email.length > LONGEST) return { ok: false, words: "That is too long for an email." };
  if (!ASCII.test(email)) {
    return { ok: false, words: "Use the letters a to z, digits and signs of a plain email, like dana@example.com." };
  }
  if (!shape.safeParse(email).success) return { ok: false, words: "Enter an email like dana@example.com." };
  return { ok: true, email: email.toLowerCase() };
}
