import "server-only";

export const dynamic = "force-dynamic";

/** Whether this process answers, and nothing about what it depends on: `/api/ready` says that. */
export function GET(): Response {
  return Response.json({ ok: true }, { headers: { "cache-control": "no-store" } });
}
