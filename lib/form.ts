import type { z } from "zod";

/** What a form shows again after a refusal: words per field, one sentence for the whole, and what was typed. */
export type FormState = {
  ok: boolean;
  message?: string;
  errors?: Record<string, string>;
  values?: Record<string, string>;
};

export const emptyForm: FormState = { ok: false };

type Parsed<T> = { ok: true; data: T } | { ok: false; state: FormState };

/** Reads a submitted form through a schema. Passwords are never handed back. */
export function parseForm<S extends z.ZodType>(schema: S, form: FormData): Parsed<z.infer<S>> {
  const result = schema.safeParse(Object.fromEntries(form));
  if (result.success) return { ok: true, data: result.data };
  const errors: Record<string, string> = {};
  for (const issue of result.error.issues) errors[String(issue.path[0] ?? "form")] ??= issue.message;
  return { ok: false, state: refuse(form, errors) };
}

/** A refusal that keeps everything typed but passwords. */
export function refuse(form: FormData, errors: Record<string, string>, message?: string): FormState {
  const values: Record<string, string> = {};
  for (const [key, value] of form) if (typeof value === "string" && !/password/i.test(key)) values[key] = value;
  return { ok: false, errors, values, ...(message ? { message } : {}) };
}
