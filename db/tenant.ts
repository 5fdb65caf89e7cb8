import { type SQL, sql } from "drizzle-orm";
import { closePools, pools } from "./client";

export type Tx = Parameters<Parameters<ReturnType<typeof pools>["db"]["transaction"]>[0]>[0];

async function scoped<T>(setting: SQL, work: (tx: Tx) => Promise<T>): Promise<T> {
  return pools().db.transaction(async (tx) => {
    await tx.execute(setting);
    return work(tx);
  });
}

/** One transaction that sees and writes the rows of one workspace and nothing else. */
export function withWorkspace<T>(workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return scoped(sql`select set_config('app.workspace_id', ${workspaceId}, true)`, work);
}

/** One transaction that sees a person's own memberships and their workspaces: for the time before one is chosen. */
export function withUser<T>(userId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return scoped(sql`select set_config('app.user_id', ${userId}, true)`, work);
}

/** One transaction outside all workspaces: global tables and the lookup functions; tenant tables are empty to it. */
export function asSystem<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return pools().db.transaction(work);
}

/** One statement outside all workspaces, without a transaction around it. */
export async function lookUp<Row extends Record<string, unknown>>(query: SQL): Promise<Row[]> {
  const rows: readonly Record<string, unknown>[] = await pools().db.execute<Row>(query);
  return rows as Row[];
}

export const CHANNELS = { outbox: "outbox", changes: "changes" } as const;

/** Wakes whoever listens. Sent after the commit: inside, it cuts the commits a second by two thirds. */
export async function notify(channel: keyof typeof CHANNELS, payload: string): Promise<void> {
  await pools().db.execute(sql`select pg_notify(${CHANNELS[channel]}, ${payload})`);
}

/** Calls back for every notification; `onReady` runs at the start and after every reconnect, when some may be lost. */
export async function listen(
  channel: keyof typeof CHANNELS,
  onPayload: (payload: string) => void,
  onReady: () => void = () => {},
): Promise<() => Promise<void>> {
  const subscription = await pools().raw.listen(CHANNELS[channel], onPayload, onReady);
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
