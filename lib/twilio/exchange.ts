import { once } from "node:events";
import http, { type IncomingMessage } from "node:http";
import https from "node:https";

export type Exchange = {
  url: URL;
  method: string;
  headers: Record<string, string>;
  body?: string;
  timeoutMs: number;
  /** Asked when the connection stands, right before the first byte: false, and none is written. */
  mayStart: () => boolean;
};

export type Reply = { status: number; headers: Headers; body: string };

/** Characters; the longest page of a list has a tenth of it. */
const LONGEST_REPLY = 20_000_000;

/** There was no whole reply. Unless `left`, not one byte of the request was written: then it certainly did not happen. */
export class NoReply extends Error {
  constructor(
    readonly left: boolean,
    readonly timedOut: boolean,
    cause: unknown,
  ) {
    super("No reply came", { cause });
    this.name = "NoReply";
  }
}

/**
 * One HTTP request and its whole reply; redirects are not followed. Node's own client instead of `fetch`, which neither
 * tells whether a request left nor lets anybody stop it between connecting and writing.
 * @throws NoReply
 */
export async function exchange(wanted: Exchange): Promise<Reply> {
  const { url, method, headers, body, timeoutMs, mayStart } = wanted;
  const secure = url.protocol === "https:";
  const signal = AbortSignal.timeout(timeoutMs);
  const request = (secure ? https : http).request(url, { method, headers, signal });
  let left = false;
  const start = () => {
    if (!mayStart()) return void request.destroy(new Error("It is too late to begin"));
    left = true;
    request.end(body);
  };
  request.once("socket", (socket) => {
    if (request.reusedSocket) start();
    else socket.once(secure ? "secureConnect" : "connect", start);
  });
  // What breaks once the reply has begun is told by the reply as well.
  request.on("error", () => {});
  try {
    const [response] = (await once(request, "response", { signal })) as [IncomingMessage];
    return { status: response.statusCode ?? 0, headers: headersOf(response), body: await textOf(response) };
  } catch (error) {
    throw new NoReply(left, signal.aborted, error);
  }
}

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  return headers;
}

/** @throws when it never ends */
async function textOf(response: IncomingMessage): Promise<string> {
  let text = "";
  response.setEncoding("utf8");
  for await (const part of response) {
    text += part;
    if (text.length > LONGEST_REPLY) throw new Error("The reply does not end");
  }
  return text;
}
