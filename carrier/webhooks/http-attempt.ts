import http from "node:http";
import https from "node:https";

export interface AttemptRequest {
  url: string;
  method: "GET" | "POST";
  headers: Record<string, string>;
  body: string;
  connectMs: number;
  readMs: number;
}

export type AttemptResult =
  | { kind: "answered"; status: number; contentType: string; body: string }
  | { kind: "ct" | "rt" | "reset"; reason: string };

const LIMIT_BYTES = 256 * 1024;
const agents = {
  "http:": new http.Agent({ keepAlive: true, maxSockets: 256 }),
  "https:": new https.Agent({ keepAlive: true, maxSockets: 256 }),
};

/** One HTTP request as Twilio's proxy makes it: never follows a redirect, never throws. */
export async function attempt(request: AttemptRequest): Promise<AttemptResult> {
  const first = await once(request);
  // A kept-alive connection that the app closed in the same instant says nothing about the app.
  if (first.kind === "reset" && first.reused) return once(request);
  return first;
}

type Once = AttemptResult & { reused?: boolean };

function once(request: AttemptRequest): Promise<Once> {
  return new Promise((resolve) => {
    let connected = false;
    let timer: NodeJS.Timeout | undefined;
    const settle = (result: Once) => {
      clearTimeout(timer);
      resolve(result);
    };
    let outgoing: http.ClientRequest;
    try {
      outgoing = open(request);
    } catch (error) {
      return settle({ kind: "ct", reason: (error as Error).message });
    }
    const giveUpAfter = (kind: "ct" | "rt", milliseconds: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        settle({ kind, reason: kind === "ct" ? "no connection in time" : "no answer in time" });
        outgoing.destroy();
      }, milliseconds);
    };
    const onConnected = () => {
      connected = true;
      giveUpAfter("rt", request.readMs);
    };
    outgoing.on("socket", (socket) => {
      if (!socket.connecting) return onConnected();
      giveUpAfter("ct", request.connectMs);
      socket.once(outgoing.protocol === "https:" ? "secureConnect" : "connect", onConnected);
    });
    outgoing.on("error", (error) => {
      settle({ kind: connected ? "reset" : "ct", reason: error.message, reused: outgoing.reusedSocket });
    });
    outgoing.on("response", (response) => {
      const parts: Buffer[] = [];
      let size = 0;
      response.on("data", (part: Buffer) => {
        size += part.length;
        if (size <= LIMIT_BYTES) parts.push(part);
      });
      response.on("end", () => {
        const contentType = response.headers["content-type"] ?? "";
        const body = Buffer.concat(parts).toString("utf8");
        settle({ kind: "answered", status: response.statusCode ?? 0, contentType, body });
      });
      response.on("error", (error) => settle({ kind: "reset", reason: error.message }));
    });
    outgoing.end(request.body);
  });
}

function open(request: AttemptRequest): http.ClientRequest {
  const url = new URL(request.url);
  const secure = url.protocol === "https:";
  if (!secure && url.protocol !== "http:") throw new Error(`cannot request ${url.protocol}`);
  return (secure ? https : http).request({
    protocol: url.protocol,
    hostname: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port || undefined,
    path: rawPath(request.url),
    method: request.method,
    headers: request.headers,
    auth: url.username ? `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}` : undefined,
    agent: agents[secure ? "https:" : "http:"],
  });
}

/** The path and query exactly as written, because that is what is signed. */
function rawPath(url: string): string {
  const path = url.replace(/^https?:\/\/[^/?]*/i, "");
  return path.startsWith("/") ? path : `/${path}`;
}
