import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { PostgresJsSession, PostgresJsTransaction } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { startWait } from "./connection-waits";
import { giveUpUnlessEnded, type Line, never, noted, startDeadline, tooLate } from "./deadline";
import { currentLane, LANES, type Lane } from "./lanes";
import { assertSendable, type Client, type Pool, pools, preparing } from "./pools";
import { wordless } from "./wordless";

const dialect = new PgDialect();

export type Tx = Parameters<Parameters<Pool["db"]["transaction"]>[0]>[0];

/**
 * One transaction on one connection, within the lane's deadline. `first` is on its way before the work begins and is not
 * waited for: a connection answers in the order it is asked, and when `first` fails, so does all that follows.
 */
export async function transaction<T>(first: Setting | null, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (first) assertSendable([first.value]);
  const lane = currentLane();
  const pool = pools()[lane];
  const line: Line = { lost: false, late: false, asked: [] };
  const deadline = startDeadline(line, LANES[lane].deadlineMs);
  let onConnection = false;
  const waited = startWait(lane);
  // Boxed, because the types unwrap a list of promises, which ours never is.
  const begun = pool.client.begin(async (client): Promise<{ result: T }> => {
    onConnection = true;
    waited();
    if (line.late) throw tooLate();
    try {
      const scope = first && client`select set_config(${first.name}, ${first.value}, true)`.execute();
      const done = Promise.all([work(transactionOn(client, line)), scope]);
      const [result] = await Promise.race([done, deadline.cancelled]);
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
  try {
    return (await wordless(Promise.race([begun, deadline.passed]))).result;
  } finally {
    deadline.clear();
    if (line.late) void giveUpUnlessEnded(begun, () => onConnection && pool.giveUp());
  }
}

/** One statement outside any transaction, within the lane's deadline. */
export async function statement(query: SQL, lane: Lane): Promise<readonly Record<string, unknown>[]> {
  const { client } = pools()[lane];
  const line: Line = { lost: false, late: false, asked: [] };
  const deadline = startDeadline(line, LANES[lane].deadlineMs);
  const session = new PostgresJsSession(noting(client, line), dialect, undefined);
  try {
    return await wordless(Promise.race([session.execute<Record<string, unknown>[]>(query), deadline.passed]));
  } finally {
    deadline.clear();
  }
}

/** What a session of Drizzle's needs of a client; the line is told what it is asked. */
function noting(client: postgres.Sql, line: Line): postgres.Sql {
  const unsafe: postgres.Sql["unsafe"] = (query, parameters, options) =>
    noted(client.unsafe(query, parameters, options), line);
  return { unsafe } as unknown as postgres.Sql;
}

const LOST = "The connection to the database was lost before this was asked";

function assertOpen(line: Line): void {
  if (line.lost) throw new Error(LOST);
  if (line.late) throw tooLate();
}

/**
 * Asks nothing more once the time is up or the connection is lost: the driver would write to a socket that is gone, and
 * end the process.
 */
function untilLost<C extends Client>(client: C, line: Line): C {
  const unsafe = client.unsafe.bind(client);
  client.unsafe = (query, parameters, options) => {
    assertOpen(line);
    return noticing(noted(unsafe(query, parameters, options), line), line);
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
  assertOpen(line);
  assertSendable(values);
  try {
    const asked = unsafe<Record<string, unknown>[]>(text, [...values], { prepare: true });
    return (await noted(asked, line)) as unknown as Row[];
  } catch (error) {
    line.lost ||= isOfLostConnection(error);
    throw error;
  }
}

type Setting = { name: "app.workspace_id" | "app.user_id"; value: string };
