import { z } from "zod";
import { REASONS, type Reason } from "@/db/enums";
import { cursorText, param, type Query, searchWords } from "@/lib/query";
import { CALL_VIEWS, type CallView } from "@/lib/recovery/call-views";
import { id } from "@/lib/shapes";

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

const shape = z.object({
  show: param(z.enum(CALL_VIEWS)),
  month: param(z.string().regex(/^\d{4}-\d{2}$/)),
  reason: param(z.enum(REASONS)),
  q: param(searchWords),
  before: param(cursorText),
  call: param(id),
});

export function readCallAddress(query: Query): CallAddress {
  const { show = "all", month = null, reason = null, q: search = "", before = null, call = null } = shape.parse(query);
  return { view: show, month, reason, search, before, call };
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
