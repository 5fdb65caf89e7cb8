import { z } from "zod";
import { param, type Query } from "@/lib/query";
import { id } from "@/lib/shapes";

const present = param(z.string().transform(() => true));
const position = param(
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number),
);

const shape = z.object({
  number: param(id),
  /** Looks for another number beside those there are. */
  add: present,
  /** Shows the numbers that are in the Twilio account already. */
  own: present,
  area: param(z.string().max(60).trim()),
  pick: param(z.string().max(64)),
  from: position,
  code: position,
});

/** What the address of the Phone line screen says. */
export type PhoneQuery = z.infer<typeof shape>;

export function readPhoneQuery(query: Query): PhoneQuery {
  return shape.parse(query);
}
