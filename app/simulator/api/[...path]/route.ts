import { sameOrigin } from "@/lib/auth/same-origin";
import { readWholeNumber } from "@/lib/format/read-number";
import { stopSignal } from "@/lib/graceful-stop";
import { readBody } from "@/lib/request-body";
import { skipHour } from "@/lib/simulator/skip-hour";
import { isAllowedPost, isE164, MOST_BODY_BYTES } from "../../allowed";
import { askCarrier, readNetwork } from "../../carrier";
import { simulatorIsOpen } from "../../is-open";

type Context = { params: Promise<{ path: string[] }> };

const refuse = (status: number, error: string) => Response.json({ error }, { status });
const AWAY = "The local carrier doesn't answer.";

export async function GET(request: Request, { params }: Context): Promise<Response> {
  if (!simulatorIsOpen(request.headers)) return refuse(404, "There is no simulator here.");
  const path = (await params).path.join("/");
  const query = new URL(request.url).searchParams;
  if (path === "events") return events(request, query.get("after"));
  if (path !== "state") return refuse(404, "There is no such page.");
  const customer = query.get("customer") ?? "";
  if (!isE164(customer)) return refuse(400, "Say whose phone to show.");
  return readNetwork(customer).then(
    (state) => Response.json(state),
    () => refuse(502, AWAY),
  );
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!simulatorIsOpen(request.headers)) return refuse(404, "There is no simulator here.");
  if (!sameOrigin(request)) return refuse(403, "This came from another site.");
  const path = (await params).path.join("/");
  if (path === "skip-hour") {
    return (await skipHour())
      ? Response.json({ ok: true })
      : refuse(409, "The clock can't be moved on this installation.");
  }
  if (!isAllowedPost(path)) return refuse(404, "There is no such control.");
  const body = await readBody(request, MOST_BODY_BYTES);
  if (body === null) return refuse(413, "That is too long.");
  try {
    const headers = { "content-type": "application/json" };
    const answer = await askCarrier(path, { method: "POST", headers, body, signal: AbortSignal.timeout(8_000) });
    return new Response(await answer.text(), { status: answer.status, headers });
  } catch {
    return refuse(502, AWAY);
  }
}

/** The carrier's ledger as it is written, for as long as the page is open. */
async function events(request: Request, after: string | null): Promise<Response> {
  const since = readWholeNumber(request.headers.get("last-event-id") ?? after ?? "") ?? 0;
  try {
    const stream = await askCarrier(`events?after=${since}`, {
      signal: AbortSignal.any([request.signal, stopSignal()]),
    });
    const headers = { "content-type": "text/event-stream", "cache-control": "no-store, no-transform" };
    return new Response(stream.body, { status: stream.status, headers });
  } catch {
    return refuse(502, AWAY);
  }
}
