import { z } from "zod";
import { storable } from "@/lib/format/storable";

/** RFC 2822 with the hour's offset, as Twilio's REST API writes times. */
export const time = z.string().transform((value, context) => {
  const date = new Date(value);
  if (!Number.isNaN(date.getTime())) return date;
  context.addIssue({ code: "custom", message: "is not a time" });
  return z.NEVER;
});

export const timeOrNull = z
  .preprocess((value) => (value === "" ? null : value), time.nullish())
  .transform((value) => value ?? null);

export const string = z
  .string()
  .nullish()
  .transform((value) => storable(value ?? ""));

export const stringOrNull = z
  .string()
  .nullish()
  .transform((value) => (value ? storable(value) : null));
