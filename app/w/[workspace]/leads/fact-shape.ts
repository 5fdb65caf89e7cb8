import type { z } from "zod";
import type { LeadFacts } from "@/lib/leads/edit-lead";
import { amount, text } from "@/lib/shapes";

const line = (most: number) => text(most).transform((typed) => typed || null);

/** What people write down about a lead. */
export const factShape = {
  name: line(100),
  need: line(200),
  address: line(200),
  value: amount("Enter an amount like 1850 or 1,850.50."),
};

/** An empty box empties the fact. */
export function factsOf({ value: valueCents, ...facts }: z.output<z.ZodObject<typeof factShape>>): LeadFacts {
  return { name: facts.name, need: facts.need, address: facts.address, valueCents };
}
