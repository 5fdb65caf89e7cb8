import { REASONS, type Reason } from "@/db/enums";
import { CALL_VIEWS, type CallView } from "@/lib/recovery/call-views";

/** What the address of the Calls screen says. */
export type CallAddress = {
  view: CallView;
  /** `2026-06`; null for this month. */
  month: string | null;
  reason: Reason | null;
  search: string;
  /** Where the page begins that "Show earlier calls" opens. */
  before: string | null;
  call: string | null;
};

export type Query = Record<string, string | string[] | undefined>;

export function readCallAddress(query: Query): CallAddress {
  const one = (key: string) => [query[key]].flat()[0] ?? "";
  return {
    view: CALL_VIEWS.find((view) => view === one("show")) ?? "all",
    month: one("month") || null,
    reason: REASONS.find((reason) => reason === one("reason")) ?? null,
    search: one("q").trim().slice(0, 100),
    before: one("before") || null,
    call: one("call") || null,
  };
}

/** The address with some of it changed. A page belongs to its filters: changing those begins at the newest call. */
export function callsHref(slug: string, address: CallAddress, changes: Partial<CallAddress> = {}): string {
  const kept = "call" in changes ? address : { ...address, before: null };
  const { view, month, reason, search, before, call } = { ...kept, ...changes };
  const query = new URLSearchParams();
  if (view !== "all") query.set("show", view);
  if (month) query.set("month", month);
  if (reason) query.set("reason", reason);
  if (search) query.set("q", search);
  if (before) query.set("before", before);
  if (call) query.set("call", call);
  const words = query.toString();
  return `/w/${slug}/calls${words ? `?${words}` : ""}`;
}
