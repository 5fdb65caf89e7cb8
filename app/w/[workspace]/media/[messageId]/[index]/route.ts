import { seatFromRequest } from "@/lib/auth/require-workspace";
import { type OpenedMedia, openMedia } from "@/lib/conversations/media";

type Context = { params: Promise<{ workspace: string; messageId: string; index: string }> };

const STATUS: Record<Extract<OpenedMedia, { ok: false }>["why"], number> = {
  not_found: 404,
  too_large: 413,
  not_now: 502,
};

/** A picture or file a caller sent. It was made by a stranger: it is shown, never run. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { workspace, messageId, index } = await params;
  const seat = await seatFromRequest(request, workspace);
  if (!seat || !/^\d$/.test(index)) return new Response("Not found", { status: 404 });
  const media = await openMedia({ workspaceId: seat.workspace.id, messageId, index: Number(index) });
  if (!media.ok) return new Response("Not available", { status: STATUS[media.why] });
  return new Response(media.body, {
    headers: {
      "content-type": media.contentType,
      "content-disposition": media.inline ? "inline" : `attachment; filename="from-caller-${index}"`,
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'self'",
      "cross-origin-resource-policy": "same-origin",
      // Shown to whoever belongs here now: a copy in the browser would outlive the membership.
      "cache-control": "private, no-store",
    },
  });
}
