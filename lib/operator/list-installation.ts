import { eq, sql } from "drizzle-orm";
import type {
  ForwardingState,
  NumberState,
  Plan,
  RegistrationState,
  RoutingMode,
  SubscriptionStatus,
} from "@/db/enums";
import { subscriptions } from "@/db/schema/billing";
import { workspaces } from "@/db/schema/workspaces";
import { NotFound } from "@/lib/errors";
import { type LineFacts, type LineState, lineState } from "@/lib/insights/line-state";
import { asOperator } from "./as-operator";

const PAGE = 50;

/** A workspace as operators see it: states, counts and amounts. */
export type WorkspaceRow = {
  id: string;
  slug: string;
  name: string;
  owner: string | null;
  plan: Plan;
  status: SubscriptionStatus;
  line: LineState;
  suspendedAt: Date | null;
  deleteAfter: Date | null;
  lastCallAt: Date | null;
  callers: number;
  texts: number;
  notDelivered: number;
  unconfirmed: number;
  costCents: number;
};

type Line = {
  state: NumberState;
  mode: RoutingMode;
  miswired: boolean;
  forwarding: ForwardingState;
  forwardingTestUntil: string | null;
  forwardingProvedAt: string | null;
  lastForwardedAt: string | null;
  phones: number;
};

type Found = {
  workspace_id: string;
  slug: string;
  name: string;
  owner: string | null;
  active: boolean;
  suspended_at: string | null;
  delete_after: string | null;
  plan: Plan;
  status: SubscriptionStatus;
  text_back_on: boolean;
  paused_until: string | null;
  registration: RegistrationState;
  lines: Line[];
  last_call_at: string | null;
  last_missed_at: string | null;
  callers: number;
  texts: number;
  not_delivered: number;
  unconfirmed: number;
  cost_cents: number;
};

type Asked = { userId: string; monthStart: Date; now: Date; timeZone: string; after?: string };

/** A page of workspaces by name, beginning after the one that `after` names; `next` names the last when there are more. */
export function listInstallation(asked: Asked): Promise<{ rows: WorkspaceRow[]; next: string | null }> {
  const { userId, monthStart, after = null } = asked;
  return asOperator({ userId }, async (tx) => {
    const found = await tx.execute<Found>(sql`
      select * from operator_workspaces(${userId}, ${monthStart.toISOString()}::timestamptz, ${after}::uuid, ${PAGE + 1})`);
    const rows = found.slice(0, PAGE).map((row) => rowOf(row, asked));
    return { rows, next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null };
  });
}

export type InstallationWorkspace = {
  id: string;
  name: string;
  owner: string | null;
  plan: Plan;
  suspendedAt: Date | null;
  deleteAfter: Date | null;
};

/** One workspace, for the page on which an operator changes it. @throws NotFound */
export function getInstallationWorkspace(acting: {
  userId: string;
  workspaceId: string;
}): Promise<InstallationWorkspace> {
  return asOperator(acting, async (tx) => {
    const [found] = await tx
      .select({
        id: workspaces.id,
        name: workspaces.name,
        owner: sql<string | null>`(
          select u.name from memberships m join users u on u.id = m.user_id
          where m.workspace_id = ${workspaces.id} and m.role = 'owner' order by m.created_at, m.user_id limit 1)`,
        plan: subscriptions.plan,
        suspendedAt: workspaces.suspendedAt,
        deleteAfter: workspaces.deleteAfter,
      })
      .from(workspaces)
      .innerJoin(subscriptions, eq(subscriptions.workspaceId, workspaces.id))
      .where(eq(workspaces.id, acting.workspaceId));
    if (!found) throw new NotFound("The workspace");
    return found;
  });
}

export type InstallationTotals = { workspaces: number; callers: number; typicalSeconds: number | null };

export function readTotals({ userId, monthStart }: Pick<Asked, "userId" | "monthStart">): Promise<InstallationTotals> {
  return asOperator({ userId }, async (tx) => {
    const [row] = await tx.execute<{ workspaces: number; callers: number; typical_seconds: number | null }>(
      sql`select * from operator_totals(${userId}, ${monthStart.toISOString()}::timestamptz)`,
    );
    return {
      workspaces: row?.workspaces ?? 0,
      callers: row?.callers ?? 0,
      typicalSeconds: row?.typical_seconds ?? null,
    };
  });
}

const NAMED = 500;

/** Workspaces to choose from, by name. */
export function listWorkspaceNames({ userId }: { userId: string }): Promise<{ id: string; name: string }[]> {
  return asOperator({ userId }, async (tx) => {
    const rows = await tx.execute<{ id: string; name: string }>(sql`
      select workspace_id as id, name from workspace_names(${userId}) order by lower(name), workspace_id limit ${NAMED}`);
    return rows.map(({ id, name }) => ({ id, name }));
  });
}

function rowOf(found: Found, asked: Asked): WorkspaceRow {
  return {
    id: found.workspace_id,
    slug: found.slug,
    name: found.name,
    owner: found.owner,
    plan: found.plan,
    status: found.status,
    line: worstLine(found, asked),
    suspendedAt: time(found.suspended_at),
    deleteAfter: time(found.delete_after),
    lastCallAt: time(found.last_call_at),
    callers: found.callers,
    texts: found.texts,
    notDelivered: found.not_delivered,
    unconfirmed: found.unconfirmed,
    costCents: found.cost_cents,
  };
}

const BADNESS: Record<LineState["family"], number> = { stamp: 3, marker: 2, quiet: 1, answer: 0 };

/** As the workspace's own screens say it, without any number. */
function worstLine(found: Found, { now, timeZone }: Asked): LineState {
  const facts: LineFacts = {
    workspaceActive: found.active,
    suspended: found.suspended_at !== null,
    textBackOn: found.text_back_on,
    pausedUntil: time(found.paused_until),
    pausedBy: null,
    registration: found.registration,
    lastMissedAt: time(found.last_missed_at),
    timeZone,
    now,
    number: null,
  };
  const states = found.lines.map((line) =>
    lineState({
      ...facts,
      number: {
        e164: "",
        state: line.state,
        mode: line.mode,
        wiringProblem: line.miswired ? "Its numbers are wired elsewhere." : null,
        forwarding: line.forwarding,
        forwardingTestUntil: time(line.forwardingTestUntil),
        forwardingProvedAt: time(line.forwardingProvedAt),
        lastForwardedAt: time(line.lastForwardedAt),
        phones: line.phones,
      },
    }),
  );
  return states.toSorted((a, b) => BADNESS[b.family] - BADNESS[a.family])[0] ?? lineState(facts);
}

function time(value: string | Date | null): Date | null {
  return value === null ? null : new Date(value);
}
