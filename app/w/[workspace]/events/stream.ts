import type { Change } from "@/lib/changes";
import { log } from "@/lib/log";
import { hub } from "./hub";

const HEARTBEAT_MS = 15_000;
const RECHECK_MS = 30_000;
/** More tabs than anybody reads; each holds a connection. */
const MOST_STREAMS = 8;

type Stream = {
  workspaceId: string;
  sessionId: string;
  signal: AbortSignal;
  /** Whether the person still belongs here: asked again and again while the stream is open. */
  stillAllowed: () => Promise<boolean>;
};

const open = new Map<string, number>();

export function hasRoom(sessionId: string): boolean {
  return (open.get(sessionId) ?? 0) < MOST_STREAMS;
}

/** Server-sent events of one workspace: kinds and ids alone, never content, because the screen reads again by itself. */
export function streamChanges({ workspaceId, sessionId, signal, stillAllowed }: Stream): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let close = () => {};
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      let closed = false;
      let leave = () => {};
      const send = (text: string) => {
        if (!closed) controller.enqueue(encoder.encode(text));
      };
      const beat = setInterval(() => send(": beat\n\n"), HEARTBEAT_MS);
      const recheck = setInterval(() => void endWhenForbidden(stillAllowed, close), RECHECK_MS);
      close = () => {
        if (closed) return;
        closed = true;
        clearInterval(beat);
        clearInterval(recheck);
        count(sessionId, -1);
        leave();
        try {
          controller.close();
        } catch {
          // The browser has gone, and its stream with it.
        }
      };
      count(sessionId, 1);
      signal.addEventListener("abort", () => close(), { once: true });
      send("retry: 1000\n\n");
      try {
        leave = await hub().join(workspaceId, {
          change: (change) => send(event("change", change)),
          resync: () => send(event("resync")),
          close: () => close(),
        });
        // What changed between the page being read and this moment was not heard.
        send(event("resync"));
        if (closed) leave();
      } catch (error) {
        log.error("events.unheard", error, { workspaceId });
        close();
      }
    },
    cancel() {
      close();
    },
  });
}

async function endWhenForbidden(stillAllowed: () => Promise<boolean>, close: () => void): Promise<void> {
  try {
    if (!(await stillAllowed())) close();
  } catch (error) {
    // A database that cannot be asked has not said no.
    log.error("events.recheck", error);
  }
}

function event(name: "change" | "resync", change?: Change): string {
  return `event: ${name}\ndata: ${JSON.stringify(change ?? {})}\n\n`;
}

function count(sessionId: string, by: 1 | -1): void {
  const left = (open.get(sessionId) ?? 0) + by;
  if (left > 0) open.set(sessionId, left);
  else open.delete(sessionId);
}
