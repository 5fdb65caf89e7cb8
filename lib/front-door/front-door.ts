import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { PEER_HEADER } from "@/lib/auth/client-network";
import { env, isProduction } from "@/lib/env";
import { log } from "@/lib/log";
import { countRefusal } from "@/lib/metrics/observe";
import { collectBody } from "./collect-body";
import { isChunked, judgeRequest, mostBodyBytes, TOO_LONG } from "./judge-request";
import { noteProxy } from "./note-proxy";
import { presentPublicHost } from "./public-host";
import { refuse } from "./refuse";
import { addSecurityHeaders, securityHeaders } from "./security-headers";

/** For the head of a request, and for all of it: a slow phone sends a form of 1 MiB in less. */
const HEAD_MS = 15_000;
const WHOLE_MS = 90_000;

/**
 * Stands before whatever this process serves over HTTP. `next start` makes its server by itself and before it runs any
 * code of ours, so the door is put there when the first request arrives.
 */
export function installFrontDoor(): void {
  const guarded = new WeakSet<Server>();
  subscribe("http.server.request.start", (message) => {
    const { server } = message as { server: Server };
    if (guarded.has(server)) return;
    guarded.add(server);
    putFrontDoorBefore(server);
  });
}

/**
 * Every request passes here first. What is no request of ours is answered at once; bodies are bounded before anybody
 * reads them; whoever reads on sees the socket's own address and the public host; every answer has its security headers.
 */
export function putFrontDoorBefore(server: Server): void {
  const handlers = server.listeners("request") as ((request: IncomingMessage, response: ServerResponse) => void)[];
  const pass = (request: IncomingMessage, response: ServerResponse) => {
    for (const handler of handlers) handler.call(server, request, response);
  };
  server.removeAllListeners("request");
  server.on("request", (request: IncomingMessage, response: ServerResponse) => enter(request, response, pass));
  server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) =>
    enter(request, response, pass, () => response.writeContinue()),
  );
  // Node then takes it for the request it would be without the wish; `next dev` has a socket of its own.
  if (isProduction) server.removeAllListeners("upgrade");
  server.headersTimeout = HEAD_MS;
  server.requestTimeout = WHOLE_MS;
}

type Pass = (request: IncomingMessage, response: ServerResponse) => void;

function enter(request: IncomingMessage, response: ServerResponse, pass: Pass, goOn: () => void = () => {}): void {
  const { APP_URL } = env();
  addSecurityHeaders(response, headersFor(APP_URL));
  const refusal = judgeRequest(request, APP_URL);
  if (refusal) {
    if (refusal.unsigned) {
      log.warn("webhook.refused", { path: request.url, why: refusal.unsigned });
      countRefusal("signature");
    }
    if (refusal === TOO_LONG) countRefusal("too_long");
    refuse(request, response, refusal);
    return;
  }
  noteProxy(request);
  request.headers[PEER_HEADER] = request.socket.remoteAddress ?? "";
  presentPublicHost(request.headers, APP_URL);
  goOn();
  if (!isChunked(request.headers)) {
    pass(request, response);
    return;
  }
  collectBody(request, mostBodyBytes(request.url ?? ""), {
    whole: () => pass(request, response),
    tooLong: () => {
      countRefusal("too_long");
      refuse(request, response, TOO_LONG);
    },
  });
}

let known: { appUrl: string; headers: Record<string, string> } | undefined;

function headersFor(appUrl: string): Record<string, string> {
  if (known?.appUrl !== appUrl) known = { appUrl, headers: securityHeaders(appUrl) };
  return known.headers;
}
