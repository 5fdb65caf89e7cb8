import { isNotNull } from "drizzle-orm";
import { installation } from "@/db/schema/installation";
import { recordAccountEvent } from "@/lib/audit/record-account-event";
import { wakeOutbox } from "@/lib/changes";
import { asOperator } from "./as-operator";

/**
 * Lets texts and mails leave again after a restore. Says whether they were stopped.
 * @throws Forbidden for everybody but an operator.
 */
export async function startSending({ userId }: { userId: string }): Promise<boolean> {
  const started = await asOperator({ userId }, async (tx) => {
    const stopped = await tx
      .update(installation)
      .set({ sendingStoppedAt: null, sendingStoppedReason: null })
      .where(isNotNull(installation.sendingStoppedAt))
      .returning({ only: installation.only });
    if (stopped.length === 0) return false;
    await recordAccountEvent({ tx, kind: "sending_started", actorUserId: userId });
    return true;
  });
  if (started) await wakeOutbox();
  return started;
}
