import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { recoveries } from "@/db/schema/calls";
import { leads } from "@/db/schema/leads";
import { type Tx, withWorkspace } from "@/db/tenant";
import { appNow } from "../clock";

export type NeedsYou = {
  leadId: string;
  callerE164: string;
  name: string | null;
  need: string | null;
  callCount: number;
  /** What they wrote, or why a person should look. */
  words: { quote: string } | { reason: string };
  state: { is: "waiting"; since: Date } | { is: "attention" } | { is: "not_delivered" } | { is: "cannot_text" };
};

const MOST = 6;
const DAY = 86_400_000;
const LANDLINE_DAYS = 7;
const DELIVERY_DAYS = 14;

const columns = {
  leadId: leads.id,
  callerE164: leads.callerE164,
  name: leads.name,
  need: leads.need,
  callCount: leads.callCount,
  lastText: leads.lastText,
  lastTextAuthor: leads.lastTextAuthor,
  waitingSince: leads.waitingSince,
  needsAttention: leads.needsAttention,
  deliveryProblem: leads.deliveryProblem,
};

type Row = Pick<typeof leads.$inferSelect, Exclude<keyof typeof columns, "leadId">> & { leadId: string };

/** Whom somebody should turn to now: the longest waiting first, then what asks for a person, then whom no text reached. */
export function listNeedsYou(workspaceId: string): Promise<{ now: Date; people: NeedsYou[] }> {
  return withWorkspace(workspaceId, async (tx) => {
    const now = await appNow(tx);
    const open = and(eq(leads.workspaceId, workspaceId), inArray(leads.conversation, ["open", "needs_you"]));
    const waiting = await select(tx, and(open, isNotNull(leads.waitingSince)), asc(leads.waitingSince));
    const flagged = await select(
      tx,
      and(open, isNull(leads.waitingSince), isNotNull(leads.needsAttention)),
      desc(leads.lastActivityAt),
    );
    const undelivered = await select(
      tx,
      and(
        open,
        isNull(leads.waitingSince),
        isNull(leads.needsAttention),
        isNotNull(leads.deliveryProblem),
        inArray(leads.stage, ["new", "talking"]),
        gt(leads.lastActivityAt, new Date(now.getTime() - DELIVERY_DAYS * DAY)),
      ),
      desc(leads.lastActivityAt),
    );
    const landlines = await selectLandlines(tx, workspaceId, new Date(now.getTime() - LANDLINE_DAYS * DAY));
    const people = [
      ...waiting.map(toPerson),
      ...flagged.map(toPerson),
      ...undelivered.map(toPerson),
      ...landlines.map((row) => ({
        ...toPerson(row),
        words: { reason: "Landline, so no text can reach them" },
        state: { is: "cannot_text" } as const,
      })),
    ];
    const once = people.filter(({ leadId }, index) => people.findIndex((other) => other.leadId === leadId) === index);
    return { now, people: once.slice(0, MOST) };
  });
}

function select(tx: Tx, where: SQL | undefined, order: SQL): Promise<Row[]> {
  return tx.select(columns).from(leads).where(where).orderBy(order).limit(MOST);
}

/** Missed this week on a landline, and nobody has moved their lead since: only a call back reaches them. */
function selectLandlines(tx: Tx, workspaceId: string, since: Date): Promise<Row[]> {
  const missed = tx
    .select({ one: sql`1` })
    .from(recoveries)
    .where(
      and(
        eq(recoveries.workspaceId, workspaceId),
        eq(recoveries.reason, "landline"),
        gt(recoveries.callStartedAt, since),
        eq(recoveries.leadId, leads.id),
      ),
    );
  return select(
    tx,
    and(
      eq(leads.workspaceId, workspaceId),
      eq(leads.stage, "new"),
      inArray(leads.conversation, ["open", "needs_you"]),
      gt(leads.lastActivityAt, since),
      sql`exists (${missed})`,
    ),
    desc(leads.lastActivityAt),
  );
}

function toPerson(row: Row): NeedsYou {
  const { leadId, callerE164, name, need, callCount } = row;
  const who = { leadId, callerE164, name, need, callCount };
  const quote = row.lastTextAuthor === "caller" && row.lastText ? { quote: row.lastText } : null;
  if (row.waitingSince) {
    const words = row.needsAttention ? { reason: row.needsAttention } : (quote ?? { reason: "Waiting for an answer" });
    return { ...who, words, state: { is: "waiting", since: row.waitingSince } };
  }
  if (row.needsAttention) return { ...who, words: { reason: row.needsAttention }, state: { is: "attention" } };
  return { ...who, words: { reason: row.deliveryProblem ?? "Our text didn't arrive" }, state: { is: "not_delivered" } };
}
