import type net from "node:net";
import { PgDialect } from "drizzle-orm/pg-core";
import { drizzle, PostgresJsSession, PostgresJsTransaction } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";
import { openSocket, type Target } from "./socket";
import { wordless } from "./wordless";

const SECONDS = 1;

type Options = NonNullable<Parameters<typeof postgres>[1]> & { socket: (target: Target) => net.Socket };

function connect(max: number, onLost: () => void = () => {}) {
  const options: Options = {
    max,
    socket: (target) => openSocket(target, onLost),
    connect_timeout: 3 * SECONDS,
    // A pool that was given up may have opened new ones for what still waited in it.
    idle_timeout: 20 * SECONDS,
    max_lifetime: 30 * 60 * SECONDS,
    // Asked on the side, where nobody listens when it fails; no array is read by its type.
    fetch_types: false,
    onnotice: () => {},
    connection: {
      application_name: "ringback",
      // A frozen process must not sit on a caller's slot for ever.
      idle_in_transaction_session_timeout: 10_000,
      statement_timeout: 30_000,
    },
  };
  return postgres(env().DATABASE_URL, options);
}

// `next dev` loads modules again and again; the pools must survive that.
const kept = globalThis as typeof globalThis & { ringbackPools?: ReturnType<typeof open> };

function open() {
  // Two clients, because drizzle() replaces the JSON and date parsers of the one it is given.
  return { ...openPool(), raw: connect(2) };
}

/**
 * A pool that has lost a connection is given up for a new one: the driver would use what is left of the connection again,
 * and what had not gone over the old wire goes first over the new one, which then never stands (porsager/postgres#1133).
 */
function openPool() {
  const pool = preparing(connect(10, giveUp));
  function giveUp(): void {
    if (kept.ringbackPools?.pool !== pool) return;
    kept.ringbackPools = { ...openPool(), raw: kept.ringbackPools.raw };
    pool.end({ timeout: 5 }).catch(() => {});
  }
  return { pool, db: drizzle(pool) };
}

type Client = { unsafe: postgres.Sql["unsafe"] };

/** Drizzle asks for no prepared statements: then every statement is described, parsed and planned each time anew. */
function preparing<C extends Client>(client: C): C {
  const unsafe = client.unsafe.bind(client);
  client.unsafe = (query, parameters, options) => unsafe(query, parameters, { ...options, prepare: true });
  return client;
}

const dialect = new PgDialect();

export type Tx = Parameters<Parameters<ReturnType<typeof pools>["db"]["transaction"]>[0]>[0];

/**
 * One transaction on one connection. `first` is on its way before the work begins and is not waited for: a connection
 * answers in the order it is asked, and when `first` fails, so does all that follows.
 */
export async function transaction<T>(first: Setting | null, work: (tx: Tx) => Promise<T>): Promise<T> {
  const line: Line = { lost: false };
  // Boxed, because the types unwrap a list of promises, which ours never is.
  const begun = pools().pool.begin(async (client): Promise<{ result: T }> => {
    try {
      const scope = first && client`select set_config(${first.name}, ${first.value}, true)`.execute();
      const [result] = await Promise.all([work(transactionOn(client, line)), scope]);
      return line.lost ? never() : { result };
    } catch (error) {
      if (line.lost || isOfLostConnection(error)) return never();
      throw error;
    }
  });
  // `begin` ends before the work does only where the connection is lost.
  begun.catch(() => {
    line.lost = true;
  });
  return (await wordless(begun)).result;
}

type Line = { lost: boolean };

const LOST = "The connection to the database was lost before this was asked";

/** Asks nothing more once the connection is lost: the driver would write to a socket that is gone, and end the process. */
function untilLost<C extends Client>(client: C, line: Line): C {
  const unsafe = client.unsafe.bind(client);
  client.unsafe = (query, parameters, options) => {
    if (line.lost) throw new Error(LOST);
    return noticing(unsafe(query, parameters, options), line);
  };
  return client;
}

/** Notices that the connection is lost before whoever asked hears of it, and asks the next. */
function noticing<Asked extends Promise<unknown>>(asked: Asked, line: Line): Asked {
  const then = asked.then.bind(asked);
  const heard: Asked["then"] = (answered, failed) =>
    then(answered, (error) => {
      line.lost ||= isOfLostConnection(error);
      if (!failed) throw error;
      return failed(error);
    });
  // biome-ignore lint/suspicious/noThenProperty: a promise has one already
  return Object.defineProperty(asked, "then", { value: heard });
}

/**
 * The driver commits or rolls back over a lost connection as well: what it writes there stays in the way of the new one in
 * its place, and whoever is given that waits in vain. So nothing comes back from a transaction that `begin` has ended, or
 * will as soon as it notices.
 */
const never = () => new Promise<never>(() => {});

/**
 * The socket's own error, the driver's, or the last that a server says; of a statement of ours, which the driver hangs on
 * its errors: somebody else's lost connection does not end this transaction.
 */
function isOfLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = "", severity, syscall } = error as { code?: unknown; severity?: unknown; syscall?: unknown };
  const isLost = severity === "FATAL" || syscall !== undefined || String(code).startsWith("CONNECTION_");
  return (isLost && "query" in error) || isOfLostConnection(error.cause);
}

function transactionOn(client: postgres.TransactionSql, line: Line): Tx {
  const unsafe = client.unsafe.bind(client);
  // Drizzle's types ask for a pool's client here and for a transaction's one line further on.
  const session = new PostgresJsSession(
    untilLost(preparing(client), line) as unknown as postgres.Sql,
    dialect,
    undefined,
  );
  const tx = new PostgresJsTransaction(dialect, session as never, undefined) as unknown as Tx;
  askings.set(tx, { unsafe, line });
  return tx;
}

type Asking = { unsafe: postgres.Sql["unsafe"]; line: Line };

const askings = new WeakMap<Tx, Asking>();

export type Parameter = string | number | boolean | null;

/** A statement as it stands, with values for its $1, $2…; rows come as the driver gives them. */
export async function run<Row>(tx: Tx, text: string, values: readonly Parameter[]): Promise<Row[]> {
  const asking = askings.get(tx);
  if (!asking) throw new Error("A transaction within a transaction");
  const { unsafe, line } = asking;
  if (line.lost) throw new Error(LOST);
  try {
    return (await unsafe<Record<string, unknown>[]>(text, [...values], { prepare: true })) as unknown as Row[];
  } catch (error) {
    line.lost ||= isOfLostConnection(error);
    throw error;
  }
}

type Setting = { name: "app.workspace_id" | "app.user_id"; value: string };

/** Only `db/tenant.ts` may import this: every other reader goes through a workspace. */
export function pools() {
  kept.ringbackPools ??= open();
  return kept.ringbackPools;
}

export async function closePools(): Promise<void> {
  const open = kept.ringbackPools;
  if (!open) return;
  kept.ringbackPools = undefined;
  await Promise.all([open.pool.end({ timeout: 5 }), open.raw.end({ timeout: 5 })]);
}
