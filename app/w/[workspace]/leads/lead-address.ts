import { z } from "zod";
import { STAGES, type Stage } from "@/db/enums";
import { cursorText, param, type Query, searchWords } from "@/lib/query";

/** What the address of the leads screen says: view, filters, search and page all live there. */
export type LeadAddress = {
  view: "board" | "table";
  stage: Stage | null;
  needsYou: boolean;
  search: string;
  oldestFirst: boolean;
  cursor: string | null;
};

const shape = z.object({
  view: param(z.enum(["board", "table"])),
  stage: param(z.enum(STAGES)),
  needs: param(z.literal("you")),
  q: param(searchWords),
  sort: param(z.literal("oldest")),
  after: param(cursorText),
});

export function readAddress(query: Query): LeadAddress {
  const { view = "board", stage = null, needs, q: search = "", sort, after: cursor = null } = shape.parse(query);
  return { view, stage, needsYou: needs === "you", search, oldestFirst: sort === "oldest", cursor };
}

/** The address with some of it changed. A page belongs to its filters: changing those begins at the beginning. */
export function leadsHref(slug: string, address: LeadAddress, changes: Partial<LeadAddress> = {}): string {
  const { view, stage, needsYou, search, oldestFirst, cursor } = { ...address, cursor: null, ...changes };
  const query = new URLSearchParams();
  if (view === "table") query.set("view", "table");
  if (stage) query.set("stage", stage);
  if (needsYou) query.set("needs", "you");
  if (search) query.set("q", search);
  if (oldestFirst) query.set("sort", "oldest");
  if (cursor) query.set("after", cursor);
  const words = query.toString();
  return `/w/${slug}/leads${words ? `?${words}` : ""}`;
}
