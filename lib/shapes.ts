import { z } from "zod";
import { readEmailAddress } from "./auth/email-address";
import { INCOMPLETE_FORM } from "./form";
import { readAmount, readWholeNumber } from "./format/read-number";
import { storable } from "./format/storable";
import { LONGEST_TYPED } from "./phone/e164";
import { isSlug } from "./workspaces/slug";

/** The workspace's part of an address. */
export const slug = z.string().refine(isSlug);

/** The id of a row. Postgres answers anything else with an error. */
export const id = z.guid(INCOMPLETE_FORM);

/** A text of so many characters at most, counted before any other rule sees it; blanks around it are cut off. */
export const text = (most: number, words = `Keep it to ${most} characters.`) =>
  z.string("Fill this in.").max(most, { error: words, abort: true }).trim();

/** The same, blanks and all: for passwords. */
export const untrimmed = (most: number, words = `Keep it to ${most} characters.`) =>
  z.string("Fill this in.").max(most, { error: words, abort: true });

/** A mail address, in the one spelling it is kept in. */
export const email = text(1000, "That is too long for an email.").transform((typed, context) => {
  const read = readEmailAddress(typed);
  if (read.ok) return read.email;
  context.addIssue({ code: "custom", message: read.words });
  return z.NEVER;
});

/** A phone number as somebody types it. */
export const phone = text(LONGEST_TYPED, "That is too long for a phone number.");

/** A phone number as the database keeps it. */
export const e164 = z.string().regex(/^\+[1-9]\d{6,14}$/);

/** A moment that Postgres can store. */
export const moment = z.date().min(new Date("1900-01-01")).max(new Date("2200-01-01"));

/** A text that comes as an argument and not in a form. */
export const storableText = (most: number) => z.string().max(most).transform(storable);

/** One of a list. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(list: Words) =>
  z.enum(list, "Choose one of the list.");

/** A box that is ticked or not: browsers send nothing for one that is not. */
export const tick = z
  .string()
  .optional()
  .transform((value) => value === "on");

/** A whole number as people write it: "12" or "1,200"; not "1e3", "0x10" or "-1". */
export const wholeNumber = (words: string) => number(words, readWholeNumber);

/** An amount of money in cents, "$1,850" or "1850.50"; null for an empty box. */
export const amount = (words: string) => number(words, readAmount);

const number = <T>(words: string, read: (typed: string) => T | undefined) =>
  text(40, words).transform((typed, context) => {
    const number = read(typed);
    if (number !== undefined) return number;
    context.addIssue({ code: "custom", message: words });
    return z.NEVER;
  });
