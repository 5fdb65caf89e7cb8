import { and, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import { STAGES, type Stage } from "@/db/enums";
import { leads } from "@/db/schema/leads";
import type { Tx } from "@/db/tenant";
import { COUNTED } from "../format/count";
import { callersFound, isSearched, type LeadFilter, READ_IN_ORDER, whereLeads } from "./lead-filter";
import { searchPatterns } from "./search-patterns";

/** What the board shows of one stage. */
export type BoardStage = {
  stage: Stage;
  count: number;
  /** There are more than these: counting on would take longer the longer a business has been with us. */
  more: boolean;
  /** What those counted are worth. */
  valueCents: number;
  /** The ids of the latest. */
  latest: string[];
};

type Filtered = { tx: Tx; workspaceId: string; filter: Omit<LeadFilter, "stage"> };

const CARDS_PER_STAGE = 20;

/** Each stage's latest leads, how many there are, and what all of them are worth, counted or not. */
export async function readStages(tx: Tx, workspaceId: string): Promise<BoardStage[]> {
  const read = STAGES.map((stage) => ({ stage, where: whereLeads(workspaceId, { stage }) }));
  const stages = await summarise(tx, read, { most: COUNTED + 1, cents: sql`null::integer` });
  const values = await readValues(tx, workspaceId);
  return stages.map((row) => ({ ...row, valueCents: values.get(row.stage) ?? 0 }));
}

/** The same of the leads that pass a filter; worth is added up of those counted. */
export async function readFilteredStages({ tx, workspaceId, filter }: Filtered): Promise<BoardStage[]> {
  const search = searchPatterns(filter.search);
  const all = STAGES.map((stage) => ({ stage, where: whereLeads(workspaceId, { ...filter, stage }) }));
  if (!search) return summarise(tx, all, { most: COUNTED + 1 });
  const read = await summarise(tx, all, { hit: isSearched(search), most: READ_IN_ORDER / 2 });
  const isShort = ({ more, latest }: BoardStage) => more && latest.length < CARDS_PER_STAGE;
  const short = all.filter(({ stage }) => read.some((row) => row.stage === stage && isShort(row)));
  if (short.length === 0) return read;
  const whole = await summariseFound(tx, short, callersFound(workspaceId, search, "names and needs"));
  return read.map((row) => whole.find(({ stage }) => stage === row.stage) ?? row);
}

/** Only leads somebody has put an amount to are read. */
async function readValues(tx: Tx, workspaceId: string): Promise<Map<Stage, number>> {
  const rows = await tx
    .select({ stage: leads.stage, cents: sql<number>`sum(${leads.valueCents})`.mapWith(Number) })
    .from(leads)
    .where(and(whereLeads(workspaceId, {}), isNotNull(leads.valueCents)))
    .groupBy(leads.stage);
  return new Map(rows.map(({ stage, cents }) => [stage, cents]));
}

type StageRead = { stage: Stage; where: SQL | undefined };

function summariseFound(tx: Tx, stages: StageRead[], found: SQL): Promise<BoardStage[]> {
  const among = inArray(leads.callerE164, sql`(select caller from found)`);
  return summarise(
    tx,
    stages.map(({ stage, where }) => ({ stage, where: and(where, among) })),
    { most: null, before: sql`with found (caller) as materialized (${found})` },
  );
}

type How = {
  /** How many are read; null for all. */
  most: number | null;
  /** Whether a lead that was read counts; all of them do without it. */
  hit?: SQL;
  cents?: SQL;
  before?: SQL;
};
type Row = { stage: Stage; read: number; count: number; cents: number; latest: string | null };

async function summarise(tx: Tx, stages: StageRead[], how: How): Promise<BoardStage[]> {
  const { most, hit = sql`true`, cents = sql`${leads.valueCents}`, before = sql`` } = how;
  const latest = sql`array_agg(id order by last_activity_at desc, id desc) filter (where hit)`;
  const summaries = stages.map(
    ({ stage, where }) => sql`
      select ${stage}::text as stage, count(*)::int as read, count(*) filter (where hit)::int as count,
        coalesce(sum(cents) filter (where hit), 0)::float8 as cents,
        array_to_string((${latest})[1:${CARDS_PER_STAGE}], ',') as latest
      from (
        select ${leads.id}, ${leads.lastActivityAt}, ${cents} as cents, ${hit} as hit from ${leads} where ${where}
        order by ${leads.lastActivityAt} desc, ${leads.id} desc limit ${most}
      ) read`,
  );
  const rows = await tx.execute<Row>(sql`${before} ${sql.join(summaries, sql` union all `)}`);
  return rows.map((row) => ({
    stage: row.stage,
    count: row.read === most ? Math.min(row.count, COUNTED) : row.count,
    more: row.read === most,
    valueCents: row.cents,
    latest: row.latest ? row.latest.split(",") : [],
  }));
}
