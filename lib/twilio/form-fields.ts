import { z } from "zod";
import { storable } from "@/lib/format/storable";

/** What a reader of a webhook answers: the event in our words, or why it could not be read. */
export type Reading<T> = T | { unreadable: string };

/** Twilio leaves a field out or sends it empty; both mean that it has nothing to say. */
export const word = z
  .preprocess((value) => (value === "" ? undefined : value), z.string().nullish())
  .transform((value) => value ?? null);

/** A whole number of zero or more; anything else is no number rather than a reason to refuse the webhook. */
export const count = word.transform((value) => (value !== null && /^\d{1,9}$/.test(value) ? Number(value) : null));

export const text = word.transform((value) => value ?? "");

/** The first value of each key, as it can be stored; repeated keys matter to the signature only. */
export function firstOfEach(params: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...params].reverse().map(([key, value]) => [key, storable(value)]));
}

/** Every name with its values in order, in one pass: `getAll` for each name takes time in the square of their number. */
export function valuesByName(params: URLSearchParams): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of params) {
    const known = values.get(name);
    if (known) known.push(value);
    else values.set(name, [value]);
  }
  return values;
}
