import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Trade } from "@/db/enums";
import { subscriptions, usageCounters } from "@/db/schema/billing";
import { calls, recoveries } from "@/db/schema/calls";
import { leads } from "@/db/schema/leads";
import { users } from "@/db/schema/people";
import { ringPhones } from "@/db/schema/phone";
import { recoverySettings, workspaces } from "@/db/schema/workspaces";
import { type Tx, withWorkspace } from "@/db/tenant";
import { type Entitlement, entitlement } from "../billing/entitlement";
import { monthStart } from "../billing/month";
import { appNow } from "../clock";
import { NotFound } from "../errors";
import { countLeads } from "../leads/count-leads";
import { needsSomebody } from "../leads/lead-filter";
import { liveNumbers, type NumberRow } from "../phone/setup-rows";
import { type LineFacts, lineState } from "./line-state";

/** What every screen of a workspace shows around its own content. */
export type Pulse = {
  now: Date;
  line: LineFacts;
  allowed: Entitlement;
  /** Leads that wait for somebody, up to one more than `COUNTED`. */
  waiting: number;
  /** What the business does; null until the first step of set-up was saved. */
  trade: Trade | null;
  /** A caller has been texted once: the workspace is set up, whatever breaks later. */
  everTexted: boolean;
};

/** @throws NotFound */
export function readPulse(workspaceId: string): Promise<Pulse> {
  return withWorkspace(workspaceId, async (tx) => {
    const now = await appNow(tx);
    const [row] = await tx
      .select({ workspace: workspaces, settings: recoverySettings, subscription: subscriptions, pausedBy: users.name })
      .from(workspaces)
      .innerJoin(recoverySettings, eq(recoverySettings.workspaceId, workspaces.id))
      .innerJoin(subscriptions, eq(subscriptions.workspaceId, workspaces.id))
      .leftJoin(users, eq(users.id, recoverySettings.pausedBy))
      .where(eq(workspaces.id, workspaceId));
    if (!row) throw new NotFound("The workspace");
    const { workspace, settings, subscription, pausedBy } = row;
    const facts: Omit<LineFacts, "number"> = {
      workspaceActive: workspace.active,
      suspended: workspace.suspendedAt !== null,
      textBackOn: settings.textBackOn,
      pausedUntil: settings.pausedUntil,
      pausedBy,
      registration: settings.registration,
      lastMissedAt: await readLastMissed(tx, workspaceId),
      timeZone: workspace.timeZone,
      now,
    };
    return {
      now,
      line: await worstLine(tx, workspaceId, facts),
      allowed: entitlement({
        ...subscription,
        callersThisMonth: await readUsed(tx, { workspaceId, anchorAt: subscription.anchorAt, now }),
        now,
      }),
      waiting: await countWaiting(tx, workspaceId),
      trade: workspace.trade,
      everTexted: await hasTexted(tx, workspaceId),
    };
  });
}

const BADNESS = { stamp: 3, marker: 2, quiet: 1, answer: 0 };

/** The number that is worst off stands for the line; the oldest one when all are alike. */
async function worstLine(tx: Tx, workspaceId: string, facts: Omit<LineFacts, "number">): Promise<LineFacts> {
  const live = await liveNumbers(tx, workspaceId);
  const phones = await countPhones(tx, workspaceId, live);
  const lines = live.map((number) => ({ ...facts, number: { ...number, phones: phones.get(number.id) ?? 0 } }));
  const bad = (line: LineFacts) => BADNESS[lineState(line).family];
  return lines.toSorted((a, b) => bad(b) - bad(a))[0] ?? { ...facts, number: null };
}

async function countPhones(tx: Tx, workspaceId: string, live: NumberRow[]): Promise<Map<string, number>> {
  if (live.length === 0) return new Map();
  const ids = live.map(({ id }) => id);
  const rows = await tx
    .select({ numberId: ringPhones.numberId, count: sql<number>`count(*)::int` })
    .from(ringPhones)
    .where(and(eq(ringPhones.workspaceId, workspaceId), inArray(ringPhones.numberId, ids)))
    .groupBy(ringPhones.numberId);
  return new Map(rows.map(({ numberId, count }) => [numberId, count]));
}

async function readLastMissed(tx: Tx, workspaceId: string): Promise<Date | null> {
  const [last] = await tx
    .select({ at: calls.startedAt })
    .from(calls)
    .where(and(eq(calls.workspaceId, workspaceId), eq(calls.state, "missed")))
    .orderBy(desc(calls.startedAt), desc(calls.id))
    .limit(1);
  return last?.at ?? null;
}

async function readUsed(tx: Tx, which: { workspaceId: string; anchorAt: Date; now: Date }): Promise<number> {
  const [row] = await tx
    .select({ amount: usageCounters.amount })
    .from(usageCounters)
    .where(
      and(
        eq(usageCounters.workspaceId, which.workspaceId),
        eq(usageCounters.counter, "callers_month"),
        eq(usageCounters.windowStart, monthStart(which.anchorAt, which.now)),
      ),
    );
  return row?.amount ?? 0;
}

function countWaiting(tx: Tx, workspaceId: string): Promise<number> {
  return countLeads(
    tx,
    and(eq(leads.workspaceId, workspaceId), inArray(leads.conversation, ["open", "needs_you"]), needsSomebody),
  );
}

async function hasTexted(tx: Tx, workspaceId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: recoveries.id })
    .from(recoveries)
    .where(and(eq(recoveries.workspaceId, workspaceId), eq(recoveries.state, "texted")))
    // Any would do; the order keeps it to the index.
    .orderBy(desc(recoveries.callStartedAt), desc(recoveries.callId))
    .limit(1);
  return rows.length > 0;
}
