import { run, type Tx } from "@/db/tenant";

/**
 * Locks a caller of a workspace until the transaction ends, in a statement of its own: under READ COMMITTED, what is read
 * afterwards then sees what the previous holder committed. Lock order everywhere: call, slot, counters.
 */
export async function lockSlot(tx: Tx, workspaceId: string, callerE164: string): Promise<void> {
  await run(tx, LOCK_SLOT, [workspaceId, callerE164]);
}

const LOCK_SLOT = `
  insert into caller_slots (workspace_id, caller_e164) values ($1, $2)
  on conflict (workspace_id, caller_e164) do update set caller_e164 = excluded.caller_e164`;

/** The same for the caller a text is to, where only the text is known. */
export async function lockSlotOfMessage(tx: Tx, workspaceId: string, messageId: string): Promise<void> {
  await run(tx, LOCK_SLOT_OF_MESSAGE, [workspaceId, messageId]);
}

const LOCK_SLOT_OF_MESSAGE = `
  insert into caller_slots (workspace_id, caller_e164)
  select m.workspace_id, m.to_e164 from messages m where m.workspace_id = $1 and m.id = $2
  on conflict (workspace_id, caller_e164) do update set caller_e164 = excluded.caller_e164`;
