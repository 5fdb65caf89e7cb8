import type { IncomingMessage, ServerResponse } from "node:http";
import { hasBody, type Refusal } from "./judge-request";

/** For the sender to read the answer, before the connection is closed over what it still writes. */
const LINGER_MS = 1_000;

/** Answers a request whose body nobody will read, and closes the connection when there is one. */
export function refuse(request: IncomingMessage, response: ServerResponse, { status, words, headers }: Refusal): void {
  const body = Buffer.from(`${words}\n`);
  if (hasBody(request.headers) && !request.complete) closeAfterwards(request, response);
  response.writeHead(status, {
    "content-type": "text/plain; charset=utf-8",
    "content-length": body.length,
    "cache-control": "no-store",
    ...headers,
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

/**
 * Stops reading, so that a sender who goes on costs nothing, and leaves the connection half open for a moment: closed at
 * once, it would be reset, and the answer lost with it.
 */
function closeAfterwards(request: IncomingMessage, response: ServerResponse): void {
  const { socket } = request;
  // What is pushed comes from the wire, and "false" stops reading there.
  request.push = () => false;
  // Node would read what nobody has begun to read to its end.
  request.read(0);
  response.setHeader("connection", "close");
  socket.destroySoon = () => {
    socket.end();
    const timer = setTimeout(() => socket.destroy(), LINGER_MS);
    socket.once("close", () => clearTimeout(timer));
  };
}
