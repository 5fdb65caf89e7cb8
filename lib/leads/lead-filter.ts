import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Stage } from "@/db/enums";
import { leads } from "@/db/schema/leads";
import type { SearchPatterns } from "./search-patterns";

export type LeadFilter = {
  stage?: Stage;
  needsYou?: boolean;
  /** A name, a job, a number or its last digits. */
  search?: string;
};

/**
 * How many leads or calls a search reads in their order before it asks the indexes of words and digits. What many have is
 * found at once this way, and there it is the quick one; what few have, there.
 */
export const READ_IN_ORDER = 2000;

/** The conditions of a filter without its search. `workspace_id` is always among them. */
export function whereLeads(workspaceId: string, { stage, needsYou }: LeadFilter): SQL | undefined {
  return and(
    eq(leads.workspaceId, workspaceId),
    stage ? eq(leads.stage, stage) : undefined,
    needsYou ? needsSomebody : undefined,
  );
}

/** A reply is owed, or something asks for a person. */
export const needsSomebody = sql`(${isNotNull(leads.waitingSince)} or ${isNotNull(leads.needsAttention)})`;

/** Whether a lead is one the search looks for. */
export function isSearched({ words, digits }: SearchPatterns): SQL {
  const byWords = sql`${leads.name} ilike ${words} or ${leads.need} ilike ${words}`;
  // Null, where a lead has neither, is no.
  return sql`coalesce(${byWords}, false)${digits ? sql` or ${leads.callerE164} like ${digits}` : sql``}`;
}

/** The numbers of the callers a search finds, by way of the indexes where they can serve it. */
export function callersFound(
  workspaceId: string,
  { words, digits, indexed }: SearchPatterns,
  where: "names" | "names and needs",
): SQL {
  const needs = where === "names" ? null : words;
  if (indexed) return sql`select callers_found(${words}, ${needs}, ${digits})`;
  return sql`select l.caller_e164 from ${leads} l
    where l.workspace_id = ${workspaceId} and (l.name ilike ${words} or l.need ilike ${needs})
    union select callers_found(null, null, ${digits})`;
}
