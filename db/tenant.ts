import { type SQL, sql } from "drizzle-orm";
import { type Parameter, run, statement, type Tx, transaction } from "./client";
import { currentLane, inWebhookLane } from "./lanes";
import { closePools, pools } from "./pools";
import { wordless } from "./wordless";

export { inWebhookLane, type Parameter, run, type Tx };

/** One transaction that sees and writes the rows of one workspace and nothing else. */
export function withWorkspace<T>(workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction({ name: "app.workspace_id", value: workspaceId }, work);
}

/** One transaction that sees a person's own memberships and their workspaces: for the time before one is chosen. */
export function withUser<T>(userId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction({ name: "app.user_id", value: userId }, work);
}

/** One transaction outside all workspaces: global tables and the lookup functions; tenant tables are empty to it. */
export function asSystem<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(null, work);
}

/** A statement as it stands, and the values of its $1, $2… */
export type Statement = { text: string; values: readonly Parameter[] };

/** The database's time, and what it adds to the real one in demo and test. */
export type Clock = { now: Date; offsetMs: number };

/**
 * One transaction in the workspace that one of the lookup functions finds, with what it found and the time there; null
 * when it finds nothing. Its statements are few and always the same, all by key, so their plans are made once.
 * @param lookup selects a `workspace_id`, and finds one row or none
 */
export function withFound<Row extends { workspace_id: string }, T>(
  lookup: Statement,
  work: (tx: Tx, found: Row, clock: Clock) => Promise<T>,
): Promise<T | null> {
  return transaction(null, async (tx) => {
    const text = `
      select found.*, set_config('app.workspace_id', found.workspace_id::text, true) as scope,
        set_config('plan_cache_mode', 'force_generic_plan', true) as plans,
        (extract(epoch from app_now()) * 1000)::bigint as now_ms,
        (extract(epoch from app_now() - statement_timestamp()) * 1000)::bigint as offset_ms
      from (${lookup.text} limit 1) found`;
    const [found] = await run<Row & { now_ms: string; offset_ms: string }>(tx, text, lookup.values);
    if (!found) return null;
    return work(tx, found, { now: new Date(Number(found.now_ms)), offsetMs: Number(found.offset_ms) });
  });
}

/** One statement outside all workspaces, without a transaction around it. */
export async function lookUp<Row extends Record<string, unknown>>(query: SQL): Promise<Row[]> {
  return (await statement(query, currentLane())) as Row[];
}

export const CHANNELS = { outbox: "outbox", changes: "changes" } as const;

export type Notification = { channel: keyof typeof CHANNELS; payload: string };

/** Wakes whoever listens. Sent after the commit: inside, it cuts the commits a second by two thirds. */
export async function notify(notifications: readonly Notification[]): Promise<void> {
  const pairs = JSON.stringify(notifications.map(({ channel, payload }) => [CHANNELS[channel], payload]));
  await statement(sql`select pg_notify(n ->> 0, n ->> 1) from jsonb_array_elements(${pairs}::jsonb) n`, "notices");
}

/** Calls back for every notification; `onReady` runs at the start and after every reconnect, when some may be lost. */
export async function listen(
  channel: keyof typeof CHANNELS,
  onPayload: (payload: string) => void,
  onReady: () => void = () => {},
): Promise<() => Promise<void>> {
  const subscription = await wordless(pools().raw.listen(CHANNELS[channel], onPayload, onReady));
  return () => subscription.unlisten();
}

/**
 * Refuses a database role for which the second wall would not stand.
 * @throws when the role is a superuser, bypasses row-level security or owns the tables.
 */
export async function assertSafeRole(): Promise<void> {
  const [role] = await lookUp<{ name: string; unsafe: string | null }>(sql`
    select current_user as name, case
      when r.rolsuper then 'is a superuser'
      when r.rolbypassrls then 'bypasses row-level security'
      when exists (select 1 from pg_tables where schemaname = 'public' and tableowner = current_user) then 'owns the tables'
    end as unsafe
    from pg_roles r where r.rolname = current_user`);
  if (!role?.unsafe) return;
  throw new Error(
    `DATABASE_URL signs in as "${role.name}", which ${role.unsafe}. ` +
      "Give it a role that owns nothing, and put the owner in DATABASE_OWNER_URL (README, Going live).",
  );
}

export const closeDatabase = closePools;
