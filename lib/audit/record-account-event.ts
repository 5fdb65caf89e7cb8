import type { AccountEventKind } from "@/db/enums";
import { accountEvents } from "@/db/schema/people";
import type { Tx } from "@/db/tenant";

type AccountEvent = {
  tx: Tx;
  kind: AccountEventKind;
  /** Who did it; null when nobody was signed in. */
  actorUserId: string | null;
  /** Whose account it is about. */
  userId?: string | null;
  /** The workspace an operator acted on. */
  workspaceId?: string;
  network?: string;
  /** Codes, ids and amounts; never addresses, numbers or people's words. */
  details?: Record<string, string | number | boolean | null>;
};

/**
 * Adds to the installation's log of sign-ins, account changes and operators' acts, in the transaction that does them.
 * The app's role can add and read, never change or delete.
 */
export async function recordAccountEvent({ tx, ...event }: AccountEvent): Promise<void> {
  await tx.insert(accountEvents).values(event);
}
