import type { NextRequest } from "next/server";
import { seatFromRequest } from "@/lib/auth/require-workspace";
import { sessionCookie, sessionIdFromCookie } from "@/lib/auth/session-cookie";
import { hasRoom, streamChanges } from "./stream";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ workspace: string }> };

export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { workspace: slug } = await params;
  const seat = await seatFromRequest(request, slug);
  const sessionId = await sessionIdFromCookie(request.cookies.get(sessionCookie().name)?.value);
  if (!seat || !sessionId) return new Response(null, { status: 404 });
  if (!hasRoom(sessionId)) return new Response(null, { status: 429 });
  const stream = streamChanges({
    workspaceId: seat.workspace.id,
    sessionId,
    signal: request.signal,
    stillAllowed: async () => (await seatFromRequest(request, slug)) !== null,
  });
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
