import { type Notification, notify } from "@/db/tenant";
import { log } from "./log";

export type Change = { kind: "call" | "lead" | "message" | "number" | "settings"; id: string };

/** Tells open screens that something changed: ids only, because NOTIFY knows no workspaces. Call after the commit. */
export function announce(workspaceId: string, ...changes: Change[]): Promise<void> {
  return send(
    changes.map(({ kind, id }) => ({ channel: "changes", payload: JSON.stringify({ w: workspaceId, k: kind, id }) })),
  );
}

/** Wakes the workers. They also look every second by themselves, so a lost call is only a slow one. */
export function wakeOutbox(): Promise<void> {
  return send([{ channel: "outbox", payload: "" }]);
}

let gathered: Notification[] = [];
let sending: Promise<void> | undefined;

/** What comes while others are on their way goes together: under load, one statement tells of many calls. */
async function send(notifications: readonly Notification[]): Promise<void> {
  gathered.push(...notifications);
  while (sending) await sending;
  if (gathered.length === 0) return;
  const batch = gathered;
  gathered = [];
  sending = quietly(batch).finally(() => {
    sending = undefined;
  });
  await sending;
}

async function quietly(batch: readonly Notification[]): Promise<void> {
  try {
    await notify(batch);
  } catch (error) {
    log.error("notify.failed", error, { lost: batch.length });
  }
}
