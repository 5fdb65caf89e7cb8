import { and, eq, isNull, sql } from "drizzle-orm";
import { users } from "@/db/schema/people";
import type { Tx } from "@/db/tenant";
import { recordAccountEvent } from "@/lib/audit/record-account-event";

type Proved = { userId: string; network: string };

/** Notes that mail to the person's address reaches them: they came by a link that was mailed there. */
export async function proveAddress(tx: Tx, { userId, network }: Proved): Promise<void> {
  const proved = await tx
    .update(users)
    .set({ emailProvedAt: sql`app_now()` })
    .where(and(eq(users.id, userId), isNull(users.emailProvedAt)))
    .returning({ id: users.id });
  if (proved.length > 0) await recordAccountEvent({ tx, kind: "email_proved", actorUserId: userId, userId, network });
}
