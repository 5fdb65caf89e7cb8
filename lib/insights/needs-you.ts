import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { recoveries } from "@/db/schema/calls";
import { leads } from "@/db/schema/leads";
import { withWorkspace } from "@/db/tenant";
import { appNow } from "../clock";
import { COUNTED } from "../format/count";
import { countLeads } from "../leads/count-leads";

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

type Group = { where: SQL | undefined; order: SQL; person: (row: Row) => NeedsYou };

/** Whom somebody should turn to now: the first few of them, and how many there are, up to one more than `COUNTED`. */
export type NeedingYou = { people: NeedsYou[]; count: number };

/**
 * The longest waiting first, then what asks for a person, then those on a landline, then whom no text reached. Everybody is
 * of one group at most.
 */
export function listNeedsYou(workspaceId: string): Promise<NeedingYou & { now: Date }> {
  return withWorkspace(workspaceId, async (tx) => {
    const now = await appNow(tx);
    const needing: NeedingYou = { people: [], count: 0 };
    for (const { where, order, person } of groupsOf(workspaceId, now)) {
      const inGroup = and(
        eq(leads.workspaceId, workspaceId),
        inArray(leads.conversation, ["open", "needs_you"]),
        where,
      );
      const room = MOST - needing.people.length;
      if (room > 0) {
        const rows = await tx.select(columns).from(leads).where(inGroup).orderBy(order).limit(room);
        needing.people.push(...rows.map(person));
      }
      needing.count += await countLeads(tx, inGroup);
    }
    return { now, people: needing.people, count: Math.min(needing.count, COUNTED + 1) };
  });
}

function groupsOf(workspaceId: string, now: Date): Group[] {
  const since = (days: number) => new Date(now.getTime() - days * DAY);
  const notWaiting = isNull(leads.waitingSince);
  const unflagged = and(notWaiting, isNull(leads.needsAttention));
  const onLandline = and(
    eq(leads.stage, "new"),
    gt(leads.lastActivityAt, since(LANDLINE_DAYS)),
    missedOnLandline(workspaceId, since(LANDLINE_DAYS)),
  );
  return [
    { where: isNotNull(leads.waitingSince), order: asc(leads.waitingSince), person: toPerson },
    { where: and(notWaiting, isNotNull(leads.needsAttention)), order: desc(leads.lastActivityAt), person: toPerson },
    { where: and(unflagged, onLandline), order: desc(leads.lastActivityAt), person: onlyByCall },
    {
      where: and(
        unflagged,
        isNotNull(leads.deliveryProblem),
        inArray(leads.stage, ["new", "talking"]),
        gt(leads.lastActivityAt, since(DELIVERY_DAYS)),
        sql`not (${onLandline})`,
      ),
      order: desc(leads.lastActivityAt),
      person: toPerson,
    },
  ];
}

/** Missed on a landline: only a call back reaches them. */
function missedOnLandline(workspaceId: string, since: Date): SQL {
  return sql`exists (select 1 from ${recoveries} where ${and(
    eq(recoveries.workspaceId, workspaceId),
    eq(recoveries.reason, "landline"),
    gt(recoveries.callStartedAt, since),
    sql`${recoveries.leadId} = ${leads.id}`,
  )})`;
}

function onlyByCall(row: Row): NeedsYou {
  return {
    ...toPerson(row),
    words: { reason: "Landline, so no text can reach them" },
    state: { is: "cannot_text" },
  };
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
