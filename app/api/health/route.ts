import "server-only";
import { databaseAnswers } from "@/lib/database-answers";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const ok = await databaseAnswers({ withinMs: 2_000 });
  return Response.json({ ok }, { status: ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}
