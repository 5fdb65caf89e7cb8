import "server-only";
import { metricsAccess } from "@/lib/metrics/access";
import { countRefusal } from "@/lib/metrics/observe";
import { readMetrics } from "@/lib/metrics/read-metrics";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  const access = metricsAccess(request.headers.get("authorization"));
  if (access === "absent") return new Response("Not found", { status: 404 });
  if (access === "refused") {
    countRefusal("metrics_token");
    return new Response("Unauthorized", { status: 401, headers: { "www-authenticate": 'Bearer realm="metrics"' } });
  }
  const { contentType, text } = await readMetrics();
  return new Response(text, { headers: { "content-type": contentType, "cache-control": "no-store" } });
}
