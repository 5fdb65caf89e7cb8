import type { z } from "zod";
import { storable } from "./format/storable";

/** What a form shows again after a refusal: words per field, one sentence for the whole, and what was typed. */
export type FormState = {
  ok: boolean;
  message?: string;
  errors?: Record<string, string>;
  values?: Record<string, string>;
};

export const emptyForm: FormState = { ok: false };

/** More fields than any form here has, and more characters than any field takes. */
export const MOST_FIELDS = 200;
export const LONGEST_FIELD = 100_000;

export const INCOMPLETE_FORM = "The form did not arrive as this page sends it. Reload the page and try again.";

/** Answers a form with words per field and a sentence for the whole, keeping everything typed but passwords. */
export type Refuse = (errors: Record<string, string>, message?: string) => FormState;

type Read<T> = { ok: true; data: T; refuse: Refuse } | { ok: false; state: FormState };
type Typed = Record<string, string>;

/**
 * Reads a submitted form through a schema. Whoever posts decides what arrives: only the schema's fields are looked at, only
 * texts are taken, and their length is checked before any other rule.
 */
export function readForm<S extends z.ZodObject>(schema: S, form: unknown): Read<z.output<S>> {
  const typed = typedIn(form, Object.keys(schema.shape));
  if (!typed) return { ok: false, state: { ok: false, message: INCOMPLETE_FORM } };
  const refuse: Refuse = (errors, message) => refusal(typed, errors, message);
  const tooLong = Object.entries(typed).filter(([, value]) => value.length > LONGEST_FIELD);
  if (tooLong.length > 0) {
    return { ok: false, state: refuse(Object.fromEntries(tooLong.map(([name]) => [name, "That is too long."]))) };
  }
  const result = schema.safeParse(typed);
  if (result.success) return { ok: true, data: result.data, refuse };
  const errors: Record<string, string> = {};
  let message: string | undefined;
  for (const issue of result.error.issues) {
    const [field] = issue.path;
    if (field === undefined) message ??= issue.message;
    else errors[String(field)] ??= issue.message;
  }
  return { ok: false, state: refuse(errors, message) };
}

/** The texts of the named fields, a field's first where it is repeated; null for what no page here sends. */
function typedIn(form: unknown, names: readonly string[]): Typed | null {
  if (!(form instanceof FormData)) return null;
  const typed = new Map<string, string>();
  let count = 0;
  for (const [name, value] of form) {
    count += 1;
    if (count > MOST_FIELDS) return null;
    if (!names.includes(name) || typed.has(name)) continue;
    if (typeof value !== "string") return null;
    typed.set(name, storable(value.slice(0, LONGEST_FIELD + 1)));
  }
  return Object.fromEntries(typed);
}

function refusal(typed: Typed, errors: Record<string, string>, message?: string): FormState {
  const shown = Object.entries(typed).filter(([name]) => !/password/i.test(name));
  const values = Object.fromEntries(shown.map(([name, value]) => [name, value.slice(0, LONGEST_FIELD)]));
  return { ok: false, errors, values, ...(message ? { message } : {}) };
}
