import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** For the rest of a request that is still arriving. Its sender has had no answer and sends it again. */
const HALF_SENT_MS = 500;
/** For the answer to a request that has arrived whole; longer than a transaction may take. */
const UNANSWERED_MS = 8_000;

type Grace = { halfSentMs: number; unansweredMs: number };

// Next bundles this module once for instrumentation.ts and once for the routes: both must see the same stop.
const kept = globalThis as typeof globalThis & { ringbackStop?: AbortController };

function stop(): AbortController {
  kept.ringbackStop ??= new AbortController();
  return kept.ringbackStop;
}

/** Aborted once the process was told to stop. An answer without an end must end then, and no new one may begin. */
export function stopSignal(): AbortSignal {
  return stop().signal;
}

/**
 * Ends the web process at once on SIGTERM and still answers every request that has arrived. Without it `next start`
 * stops listening and waits for the browsers to close their connections: one that was opened ahead of its first
 * request, or that asks again within its keep-alive time, keeps the process alive.
 */
export function stopGracefully(grace?: Partial<Grace>): void {
  const connections = watchConnections({ halfSentMs: HALF_SENT_MS, unansweredMs: UNANSWERED_MS, ...grace });
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      stop().abort();
      connections.close();
    });
  }
}

/** Watches the connections that the servers of this process accept from now on. */
function watchConnections({ halfSentMs, unansweredMs }: Grace): { close: () => void } {
  const open = new Map<Socket, Set<ServerResponse>>();
  let closing = false;

  subscribe("net.server.socket", (message) => {
    const { socket } = message as { socket: Socket };
    open.set(socket, new Set());
    socket.once("close", () => open.delete(socket));
  });
  subscribe("http.server.request.start", (message) => {
    const { response, socket } = message as { response: ServerResponse; socket: Socket };
    const pending = open.get(socket);
    if (!pending) return;
    pending.add(response);
    if (closing) askToClose(response);
    response.once("close", () => {
      pending.delete(response);
      if (closing && pending.size === 0) socket.destroySoon();
    });
  });

  const closeWhere = (mayClose: (pending: ServerResponse[]) => boolean) => {
    for (const [socket, pending] of open) if (mayClose([...pending])) socket.destroySoon();
  };

  return {
    /** Closes every connection as soon as no answer is due on it. */
    close: () => {
      closing = true;
      for (const pending of open.values()) for (const response of pending) askToClose(response);
      closeWhere((pending) => pending.length === 0);
      setTimeout(() => closeWhere((pending) => pending.every(isNotWorthWaiting)), halfSentMs).unref();
      setTimeout(() => closeWhere(() => true), unansweredMs).unref();
    },
  };
}

/** The request is still arriving, or the answer is an event stream that nobody reads to its end. */
function isNotWorthWaiting(response: ServerResponse): boolean {
  return !response.req.complete || String(response.getHeader("content-type")).startsWith("text/event-stream");
}

/** Tells a proxy, which keeps connections for the next request, that there is none on this one. */
function askToClose(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("connection", "close");
}
