import { sql } from "drizzle-orm";
import type { Queue } from "@/db/queues";
import { recordAccountEvent } from "@/lib/audit/record-account-event";
import { NotFound } from "@/lib/errors";
import { type MailTrouble, mailTrouble } from "@/lib/health/note-mail";
import { asOperator } from "./as-operator";

const SHOWN = 100;

export type FailedJob = {
  id: string;
  queue: Queue;
  /** What kind of work it was, in its own word; null where the queue has one kind. */
  kind: string | null;
  failedAt: Date;
  tries: number;
  trouble: MailTrouble | "failed";
};

type Row = { id: string; name: Queue; kind: string | null; at: Date; tries: number; code: string | null };

/** Work that was given up after all its tries, the newest first: kinds, times and codes, never what it was about. */
export function listFailedJobs({ userId }: { userId: string }): Promise<FailedJob[]> {
  return asOperator({ userId }, async (tx) => {
    const rows = await tx.execute<Row & Record<string, unknown>>(sql`
      select id, name, data ->> 'kind' as kind, coalesce(completed_on, created_on) as at, retry_count + 1 as tries,
        output ->> 'code' as code
      from pgboss.job where state = 'failed' order by coalesce(completed_on, created_on) desc, id limit ${SHOWN}`);
    return rows.map(({ id, name, kind, at, tries, code }) => ({
      id,
      queue: name,
      kind: kind !== null && /^[a-z_]{1,40}$/.test(kind) ? kind : null,
      failedAt: new Date(at),
      tries: Number(tries),
      trouble: name === "mail" ? mailTrouble(Object.assign(new Error(), { code })) : "failed",
    }));
  });
}

/** Puts a job back into its queue for one more try. @throws NotFound when it has not failed, or is forgotten */
export async function retryJob({ userId, jobId }: { userId: string; jobId: string }): Promise<void> {
  await asOperator({ userId }, async (tx) => {
    // As pg-boss' own retry does it, in the transaction that records who asked for it.
    const [job] = await tx.execute<{ name: string }>(sql`
      update pgboss.job set state = 'retry', retry_limit = retry_limit + 1, start_after = now()
      where id = ${jobId} and state = 'failed' returning name`);
    if (!job) throw new NotFound("The job");
    const details = { jobId, queue: job.name };
    await recordAccountEvent({ tx, kind: "job_retried", actorUserId: userId, details });
  });
}
