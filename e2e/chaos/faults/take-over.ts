import postgres from "postgres";
import type { Cluster } from "../cluster/cluster";

/** Without a lease a text waits for its settle time, in nobody's hands. */
type Held = { fence: number; leaseUntil: number | null };
const EVERY_MS = 100;

/** Watches the leases: how long after the end of one somebody else takes the text over. */
export class TakeOverWatch {
  /** Seconds, one for each text that was taken over. */
  readonly seconds: number[] = [];
  readonly #sql: postgres.Sql;
  readonly #held = new Map<string, Held>();
  readonly #timer: NodeJS.Timeout;
  #looking: Promise<void> = Promise.resolve();

  constructor({ database }: Cluster) {
    this.#sql = postgres(database.superUrl, { max: 1, onnotice: () => {} });
    this.#timer = setInterval(() => {
      this.#looking = this.#looking.then(() => this.#look());
    }, EVERY_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
    await this.#sql.end({ timeout: 1 });
  }

  async #look(): Promise<void> {
    const rows = await this.#sql<{ id: string; fence: string; until: number | null; now: number }[]>`
      select id, fence, extract(epoch from lease_until)::float8 as until, extract(epoch from clock_timestamp())::float8 as now
      from messages where status = 'sending'`;
    for (const { id, until: leaseUntil, now, ...row } of rows) {
      const fence = Number(row.fence);
      const before = this.#held.get(id);
      this.#held.set(id, { fence, leaseUntil });
      const ended = before?.leaseUntil ?? now;
      if (before && fence > before.fence && ended < now) this.seconds.push(now - ended);
    }
  }
}
