import type { Stage } from "@/db/enums";
import { isStage } from "@/lib/leads/stages";

/** What the address of the leads screen says: view, filters, search and page all live there. */
export type LeadAddress = {
  view: "board" | "table";
  stage: Stage | null;
  needsYou: boolean;
  search: string;
  oldestFirst: boolean;
  cursor: string | null;
};

type Query = Record<string, string | string[] | undefined>;

export function readAddress(query: Query): LeadAddress {
  const one = (key: string) => [query[key]].flat()[0] ?? "";
  const stage = one("stage");
  return {
    view: one("view") === "table" ? "table" : "board",
    stage: isStage(stage) ? stage : null,
    needsYou: one("needs") === "you",
    search: one("q").trim().slice(0, 100),
    oldestFirst: one("sort") === "oldest",
    cursor: one("after") || null,
  };
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
