import type { ServerResponse } from "node:http";
import { newSid } from "@/db/testing/factories";
import { type FakeApi, type Received, startFakeApi } from "@/lib/twilio/testing/fake-api";

/** What becomes of one request to send: whether the carrier takes the text, and what it says. */
export type Fate = {
  takes: boolean;
  /** An HTTP status; null for a connection that breaks, "silence" for one that hangs. */
  says: number | null | "silence";
  code?: number;
  headers?: Record<string, string>;
  /** Done when the request has come in and before it is answered. */
  meanwhile?: (sid: string) => Promise<unknown>;
};

export const ACCEPTED: Fate = { takes: true, says: 201 };
export const refused = (code: number): Fate => ({ takes: false, says: 400, code });

type Sent = { sid: string; to: string; from: string; body: string; statusCallback: string; date_created: string };

/** Twilio's messages and look-ups on a port of this machine, with a fate per caller and request. */
export async function startFakeCarrier() {
  const api: FakeApi = await startFakeApi();
  const fates = new Map<string, Fate[]>();
  const landlines = new Set<string>();
  const carrier = {
    origin: api.origin,
    stop: () => api.stop(),
    /** Every text the carrier took, in order. */
    sent: [] as Sent[],
    /** Every request to send, taken or not. */
    asked: [] as { to: string; validity: number }[],
    /** The list is empty as long as this says so. */
    listLags: false,
    landlines,
    lookedUp: [] as string[],
    /** Done while a look-up waits for its answer. */
    whileLookingUp: async () => {},
    /** What the next requests for this caller meet; after the last, all are accepted. */
    plan: (to: string, ...next: Fate[]) => fates.set(to, next),
    sentTo: (to: string) => carrier.sent.filter((one) => one.to === to),
    askedFor: (to: string) => carrier.asked.filter((one) => one.to === to).length,
  };

  async function create(response: ServerResponse, { form }: Received) {
    const [to, from, body] = [form.get("To") ?? "", form.get("From") ?? "", form.get("Body") ?? ""];
    carrier.asked.push({ to, validity: Number(form.get("ValidityPeriod")) });
    const fate = fates.get(to)?.shift() ?? ACCEPTED;
    const sid = newSid("SM");
    const statusCallback = form.get("StatusCallback") ?? "";
    if (fate.takes) carrier.sent.push({ sid, to, from, body, statusCallback, date_created: new Date().toUTCString() });
    await fate.meanwhile?.(sid);
    if (fate.says === "silence") return;
    if (fate.says === null) return void response.destroy();
    json(
      response,
      fate.says,
      fate.says < 300 ? { sid, status: "queued" } : { code: fate.code, message: "No" },
      fate.headers,
    );
  }

  function list(response: ServerResponse, { url }: Received) {
    const [to, from] = [url.searchParams.get("To"), url.searchParams.get("From")];
    const found = carrier.sent.filter((one) => one.to === to && one.from === from).reverse();
    const messages = found.map((one) => ({ ...one, status: "sent", direction: "outbound-api" }));
    json(response, 200, { messages: carrier.listLags ? [] : messages, next_page_uri: null });
  }

  async function lookUp(response: ServerResponse, { url }: Received) {
    const number = decodeURIComponent(url.pathname.split("/").at(-1) ?? "");
    carrier.lookedUp.push(number);
    await carrier.whileLookingUp();
    json(response, 200, { line_type_intelligence: { type: landlines.has(number) ? "landline" : "mobile" } });
  }

  api.answerWith((response, received) => {
    if (received.url.pathname.startsWith("/v2/PhoneNumbers/")) return void lookUp(response, received);
    if (received.method === "POST") return void create(response, received);
    list(response, received);
  });
  return carrier;
}

function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}
