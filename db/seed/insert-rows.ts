import { sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { usageCallers, usageCounters } from "@/db/schema/billing";
import { callerSlots, calls, recoveries, webhooks } from "@/db/schema/calls";
import { consentRecords, optOuts } from "@/db/schema/consent";
import { leadEvents, leads, messages } from "@/db/schema/leads";
import { excludedNumbers } from "@/db/schema/phone";
import { workspaces } from "@/db/schema/workspaces";
import type { Tx } from "@/db/tenant";
import type { Rows } from "./book";

/** All rows in a dozen statements, in the order their references need. */
export async function insertRows(tx: Tx, workspaceId: string, rows: Rows): Promise<void> {
  const insert = async <T extends PgTable>(table: T, values: T["$inferInsert"][]) => {
    if (values.length > 0) await tx.insert(table).values(values);
  };
  await insert(leads, rows.leads);
  await insert(calls, rows.calls);
  await insert(recoveries, rows.recoveries);
  await insert(messages, rows.messages);
  await insert(leadEvents, rows.events);
  await insert(webhooks, rows.webhooks);
  await insert(consentRecords, rows.consents);
  await insert(callerSlots, rows.slots);
  await insert(excludedNumbers, rows.exclusions);
  await insert(usageCallers, rows.usageCallers);
  await insert(usageCounters, rows.usageCounters);
  for (const { callerE164, at, source, words } of rows.optOuts) {
    const key = sql`(select ${workspaces.optOutKey} from ${workspaces} where ${workspaces.id} = ${workspaceId})`;
    const callerHash = sql<string>`caller_hash(${key}, ${callerE164})`;
    await tx.insert(optOuts).values({ workspaceId, callerHash, source, words, createdAt: at });
  }
}
