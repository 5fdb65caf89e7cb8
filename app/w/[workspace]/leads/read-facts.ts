import { z } from "zod";
import { type FormState, parseForm } from "@/lib/form";
import type { LeadFacts } from "@/lib/leads/edit-lead";
import { parseAmount } from "@/lib/leads/parse-amount";

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Keep it to ${most} characters.`)
    .transform((typed) => typed || null);

const schema = z.object({
  name: line(100),
  need: line(200),
  address: line(200),
  value: z.string().transform((typed, context) => {
    const cents = parseAmount(typed);
    if (cents !== undefined) return cents;
    context.addIssue({ code: "custom", message: "Enter an amount like 1850 or 1,850.50." });
    return z.NEVER;
  }),
});

/** The facts of a submitted form; an empty box empties the fact. */
export function readFacts(form: FormData): { ok: true; data: LeadFacts } | { ok: false; state: FormState } {
  const parsed = parseForm(schema, form);
  if (!parsed.ok) return parsed;
  const { value: valueCents, ...facts } = parsed.data;
  return { ok: true, data: { ...facts, valueCents } };
}
