import { sql } from "drizzle-orm";
import { lookUp } from "@/db/tenant";
import type { RequestedMail } from "./mail";
import { enqueue, MAIL_PRIORITY } from "./queue";

/**
 * Queues a mail that anybody may ask for. Mail to people with an account goes first: a stranger who asks for thousands of
 * addresses delays nobody. Known or not, it is the same statements and the same job.
 */
export async function requestMail(kind: RequestedMail["kind"], email: string): Promise<void> {
  const [row] = await lookUp<{ known: boolean }>(
    sql`select exists (select 1 from users where lower(email) = lower(${email})) as known`,
  );
  await enqueue("mail", { kind, email }, { priority: row?.known ? MAIL_PRIORITY.known : MAIL_PRIORITY.unknown });
}
