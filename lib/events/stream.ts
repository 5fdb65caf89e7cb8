import type { Change } from "@/lib/changes";
import { log } from "@/lib/log";
import { hub, type Seat } from "./hub";

const HEARTBEAT_MS = 15_000;
/** Browsers of one person at once. The tabs of a browser share one stream. */
export const MOST_STREAMS = 8;
/** Events that may wait for a browser that reads slowly or not at all. "resync" stands for all that come after them. */
const MOST_UNREAD = 500;
/** Browsers that were cut off together come back spread over this time. */
const RETRY_MS = { least: 1_000, spread: 2_000 };

type Stream = {
  userId: string;
  workspaceIds: readonly string[];
  /** Aborted when the browser has gone or the process stops. */
  signal: AbortSignal;
  /** The workspaces the person belongs to now; null once the session is over. Asked with every heartbeat. */
  recheck: () => Promise<readonly string[] | null>;
};

const open = new Map<string, number>();

/** Whether another stream of this person may be opened: counted over all their sessions. */
export function hasRoom(userId: string): boolean {
  return (open.get(userId) ?? 0) < MOST_STREAMS;
}

/**
 * Server-sent events of all workspaces of a person: ids alone, never content, because the screen reads again by itself.
 * Heartbeats are events and not comments, so that the browser notices when they stop.
 */
export function streamChanges({ userId, workspaceIds, signal, recheck }: Stream): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let close = () => {};
  let missed = false;
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      let closed = false;
      let allowed = workspaceIds;
      let seat: Seat | undefined;
      const send = (text: string) => {
        missed ||= (controller.desiredSize ?? 0) < -MOST_UNREAD;
        if (!closed && !missed) controller.enqueue(encoder.encode(text));
      };
      const beat = setInterval(async () => {
        const now = await allowedNow(recheck, allowed);
        if (!now) return close();
        if (closed) return;
        allowed = now;
        seat?.hear(allowed);
        send(event("beat"));
      }, HEARTBEAT_MS);
      close = () => {
        if (closed) return;
        closed = true;
        clearInterval(beat);
        count(userId, -1);
        seat?.leave();
        try {
          controller.close();
        } catch {
          // The browser has gone, and its stream with it.
        }
      };
      count(userId, 1);
      signal.addEventListener("abort", () => close(), { once: true });
      if (signal.aborted) return close();
      send(`retry: ${RETRY_MS.least + Math.floor(Math.random() * RETRY_MS.spread)}\n\n`);
      try {
        seat = await hub().join(workspaceIds, {
          change: (workspaceId, change) => send(event("change", { workspaceId, ...change })),
          resync: () => send(event("resync")),
        });
        // What changed between the page being read and this moment was not heard.
        send(event("resync"));
        if (closed) seat.leave();
      } catch (error) {
        log.error("events.unheard", error);
        close();
      }
    },
    pull(controller) {
      if (!missed) return;
      missed = false;
      controller.enqueue(encoder.encode(event("resync")));
    },
    cancel() {
      close();
    },
  });
}

async function allowedNow(recheck: Stream["recheck"], before: readonly string[]): Promise<readonly string[] | null> {
  try {
    return await recheck();
  } catch (error) {
    // A database that cannot be asked has not said no.
    log.error("events.recheck", error);
    return before;
  }
}

function event(name: "change" | "resync" | "beat", data: (Change & { workspaceId: string }) | object = {}): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

function count(userId: string, by: 1 | -1): void {
  const left = (open.get(userId) ?? 0) + by;
  if (left > 0) open.set(userId, left);
  else open.delete(userId);
}
