import path from "node:path";
import postgres from "postgres";
import { migrate } from "@/db/migrate";
import { startPostgres } from "@/scripts/embedded-postgres.mjs";
import { atExit } from "./at-exit";

type Server = Awaited<ReturnType<typeof startPostgres>>;

/** A PostgreSQL of the run's own, which can be killed and started again on the same port and files. */
export class Database {
  #server: Server;
  readonly #dataDir: string | undefined;
  readonly #calledOff: () => void;

  private constructor(server: Server, dataDir: string | undefined) {
    this.#server = server;
    this.#dataDir = dataDir;
    this.#calledOff = atExit(() => process.kill(-this.#server.pid, "SIGKILL"));
  }

  /** @param options.durable keeps its promises over a crash; otherwise it is faster and forgets */
  static async start({ folder, durable }: { folder: string; durable: boolean }): Promise<Database> {
    const dataDir = durable ? path.join(folder, "postgres", "data") : undefined;
    const server = await startPostgres(dataDir ? { dataDir } : { throwaway: true });
    await migrate({ ownerUrl: server.ownerUrl, appRole: "ringback_app" });
    return new Database(server, dataDir);
  }

  get port(): number {
    return this.#server.port;
  }

  get appUrl(): string {
    return this.#server.appUrl;
  }

  get ownerUrl(): string {
    return this.#server.ownerUrl;
  }

  /** The app's database as a superuser, to whom no wall applies: for looking on, and for breaking things. */
  get superUrl(): string {
    const url = new URL(this.#server.superUrl);
    url.pathname = new URL(this.#server.ownerUrl).pathname;
    return url.href;
  }

  /** A connection of its own for one piece of work. */
  async asSuperuser<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
    const sql = postgres(this.superUrl, { max: 1, onnotice: () => {}, connect_timeout: 5 });
    try {
      return await work(sql);
    } finally {
      await sql.end({ timeout: 1 });
    }
  }

  /** How many rows there are, of what stands behind a `from`, with values for its $1, $2… */
  async count(from: string, values: string[][] = []): Promise<number> {
    const [row] = await this.asSuperuser((sql) =>
      sql.unsafe<{ count: number }[]>(`select count(*)::int as count from ${from}`, values),
    );
    if (!row) throw new Error("A count is a row");
    return row.count;
  }

  /** The whole server at once, as a power cut would, and its start from what stands on disk. */
  async killAndRestart(): Promise<void> {
    if (!this.#dataDir) throw new Error("Only a durable database may be killed");
    const { port } = this.#server;
    process.kill(-this.#server.pid, "SIGKILL");
    this.#server = await startPostgres({ dataDir: this.#dataDir, port });
  }

  stop(): Promise<void> {
    this.#calledOff();
    return this.#server.stop();
  }
}
