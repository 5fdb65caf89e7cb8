import "server-only";
import { readReady } from "@/lib/health/readiness";

export const dynamic = "force-dynamic";

/** Codes of parts alone: anybody may ask. */
export async function GET(): Promise<Response> {
  const ready = await readReady();
  return Response.json(ready, { status: ready.ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}
