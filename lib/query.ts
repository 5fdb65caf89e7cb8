import { z } from "zod";
import { storable } from "./format/storable";

/** The query of an address as Next hands it to a page: whatever somebody wrote there. */
export type Query = Record<string, string | string[] | undefined>;

/** A parameter of an address, of a repeated one the first; one of another shape is as if it were not there. */
export function param<Shape extends z.ZodType>(shape: Shape) {
  return z.preprocess((value) => (Array.isArray(value) ? value[0] : value), shape.optional()).catch(undefined);
}

const LONGEST_SEARCH = 100;

/** What somebody searches for; a longer text by its beginning. */
export const searchWords = z.string().transform((typed) => storable(typed.slice(0, LONGEST_SEARCH)).trim());

/** Where a page of a list begins, as `encodeCursor` writes it. */
export const cursorText = z.string().max(100);
