import type { NextRequest } from "next/server";
import { sessionCookie, sessionIdFromCookie } from "@/lib/auth/session-cookie";
import { findListener } from "@/lib/events/find-listener";
import { hasRoom, streamChanges } from "@/lib/events/stream";
import { stopSignal } from "@/lib/graceful-stop";

export const dynamic = "force-dynamic";

/** The changes of all workspaces of whoever is signed in. `?person=` names whom the page was made for. */
export async function GET(request: NextRequest): Promise<Response> {
  const admitted = await admit(request);
  if (admitted instanceof Response) return admitted;
  const { sessionId, userId, workspaceIds } = admitted;
  const stream = streamChanges({
    userId,
    workspaceIds,
    signal: AbortSignal.any([request.signal, stopSignal()]),
    recheck: async () => (await findListener(sessionId))?.workspaceIds ?? null,
  });
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

/** Whether a stream would be opened now, without opening one: a page asks this before it reads itself again. */
export async function HEAD(request: NextRequest): Promise<Response> {
  const admitted = await admit(request);
  return admitted instanceof Response ? admitted : refuse(204);
}

async function admit(request: NextRequest) {
  if (stopSignal().aborted) return refuse(503, { retryAfterSeconds: 1 });
  const sessionId = await sessionIdFromCookie(request.cookies.get(sessionCookie().name)?.value);
  const listener = sessionId ? await findListener(sessionId) : null;
  const person = request.nextUrl.searchParams.get("person");
  if (!sessionId || !listener || (person && person !== listener.userId)) return refuse(401);
  // Asked again: the process may have been told to stop in the meantime.
  if (stopSignal().aborted) return refuse(503, { retryAfterSeconds: 1 });
  if (!hasRoom(listener.userId)) return refuse(429, { retryAfterSeconds: 30 });
  return { sessionId, ...listener };
}

function refuse(status: number, { retryAfterSeconds }: { retryAfterSeconds?: number } = {}): Response {
  return new Response(null, {
    status,
    headers: { "cache-control": "no-store", ...(retryAfterSeconds ? { "retry-after": `${retryAfterSeconds}` } : {}) },
  });
}
