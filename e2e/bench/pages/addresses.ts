import type postgres from "postgres";
import { encodeCursor } from "@/lib/leads/cursor";
import { BUSY, type Workspace } from "./history";

/** A page to time, and how often the pattern must stand in it: a page that came back empty is quick. */
export type Address = { name: string; path: string; shows: RegExp; times: number };

const CALL = /<a[^>]+[?&;]call=[0-9a-f-]{36}/g;
const LEAD = /<a[^>]+\/leads\/[0-9a-f-]{36}/g;
const DAY = 86_400_000;

/** The same pages for every size. Names and numbers searched for are the busy caller's, who has as many calls in each. */
export async function addressesOf(sql: postgres.Sql, workspace: Workspace, now: Date): Promise<Address[]> {
  const { slug, workspaceId } = workspace;
  const calls = (query: string) => ({ path: `/w/${slug}/calls${query}`, shows: CALL });
  const leads = (query: string) => ({ path: `/w/${slug}/leads${query}`, shows: LEAD });
  const [lead] = await sql<{ id: string }[]>`
    select id from leads where workspace_id = ${workspaceId} and caller_e164 = ${BUSY.e164}`;
  const [call] = await sql<{ id: string }[]>`
    select call_id as id from recoveries where workspace_id = ${workspaceId} and lead_id = ${lead?.id ?? null}
    order by call_started_at limit 1`;
  if (!lead || !call) throw new Error("The busy caller is not there");
  const past = new Date(now.getFullYear(), now.getMonth() - 1, 15);
  const month = `${past.getFullYear()}-${String(past.getMonth() + 1).padStart(2, "0")}`;
  const before = (at: Date) => encodeCursor({ at, id: "ffffffff-ffff-4fff-bfff-ffffffffffff" });
  const [busy = ""] = BUSY.name.split(" ").slice(-1);
  return [
    { name: "Calls, newest", ...calls(""), times: 50 },
    { name: "Calls, not texted", ...calls("?show=not_texted"), times: 50 },
    { name: "Calls, landlines", ...calls("?show=not_texted&reason=landline"), times: 15 },
    { name: "Calls, an old page", ...calls(`?month=${month}&before=${before(past)}`), times: 50 },
    { name: "Calls, by name", ...calls(`?q=${busy}`), times: 50 },
    { name: "Calls, by number", ...calls(`?q=${BUSY.e164.slice(2)}`), times: 50 },
    { name: "Calls, by last digits", ...calls(`?q=${BUSY.e164.slice(-4)}`), times: 50 },
    { name: "One call, and why", path: `/w/${slug}/calls/${call.id}`, shows: /What we checked, in order/g, times: 1 },
    { name: "Leads, board", ...leads(""), times: 80 },
    { name: "Leads, board, needs you", ...leads("?needs=you"), times: 1 },
    { name: "Leads, board, by name", ...leads(`?q=${busy}`), times: 1 },
    { name: "Leads, table", ...leads("?view=table"), times: 50 },
    {
      name: "Leads, table, an old page",
      ...leads(`?view=table&after=${before(new Date(now.getTime() - 30 * DAY))}`),
      times: 50,
    },
    { name: "Leads, table, by name", ...leads(`?view=table&q=${busy}`), times: 1 },
    { name: "Leads, table, by number", ...leads(`?view=table&q=${BUSY.e164.slice(2)}`), times: 1 },
    { name: "One lead", path: `/w/${slug}/leads/${lead.id}`, shows: /Sorry we missed|sorry we missed/g, times: 10 },
    { name: "Home", path: `/w/${slug}`, shows: /You missed/g, times: 1 },
  ];
}
