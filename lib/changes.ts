import { notify } from "@/db/tenant";
import { log } from "./log";

export type Change = { kind: "call" | "lead" | "message" | "number" | "settings"; id: string };

/** Tells open screens that something changed: ids only, because NOTIFY knows no workspaces. Call after the commit. */
export async function announce(workspaceId: string, ...changes: Change[]): Promise<void> {
  for (const { kind, id } of changes) await quietly("changes", JSON.stringify({ w: workspaceId, k: kind, id }));
}

/** Wakes the workers. They also look every second by themselves, so a lost call is only a slow one. */
export function wakeOutbox(): Promise<void> {
  return quietly("outbox", "");
}

async function quietly(channel: "changes" | "outbox", payload: string): Promise<void> {
  try {
    await notify(channel, payload);
  } catch (error) {
    log.error("notify.failed", error, { channel });
  }
}
