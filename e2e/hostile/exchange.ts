import { connect } from "node:net";

/** One request as it goes over the wire. */
export type Wire = {
  head: (port: number) => string;
  /** Sent until the server has answered or hung up. */
  body?: Iterable<Buffer>;
};

export type Answered = {
  /** 0 when the server closed the connection without an answer, -1 when nothing came in time. */
  status: number;
  ms: number;
};

const PATIENCE_MS = 20_000;

/** Sends one request over a connection of its own, and reads what comes until the server closes it. */
export function exchange(port: number, { head, body = [] }: Wire): Promise<Answered> {
  const began = performance.now();
  const rest = body[Symbol.iterator]();
  return new Promise((resolve) => {
    let status = 0;
    let received = "";
    let isSent = false;
    const socket = connect({ port, host: "127.0.0.1" });
    const patience = setTimeout(() => {
      status = -1;
      socket.destroy();
    }, PATIENCE_MS);
    const send = () => {
      while (status === 0 && !socket.destroyed) {
        const { value, done } = rest.next();
        if (done) {
          isSent = true;
          return;
        }
        if (!socket.write(value)) {
          socket.once("drain", send);
          return;
        }
      }
    };
    socket.once("connect", () => {
      socket.write(head(port));
      send();
    });
    socket.on("data", (chunk: Buffer) => {
      if (received.length < 64) received += chunk.toString("latin1");
      status ||= Number(/^HTTP\/1\.1 (\d{3})/.exec(received)?.[1] ?? 0);
      // Refused before the body had arrived: the rest of it is not read, and nothing more comes.
      if (status >= 400 && !isSent) socket.destroy();
    });
    // A server that refuses a body resets the connection while it is still being written.
    socket.on("error", () => {});
    socket.once("close", () => {
      clearTimeout(patience);
      resolve({ status, ms: performance.now() - began });
    });
  });
}

type Line = { method?: string; path: string; headers?: Record<string, string>; body?: string | Buffer };

/** A plain request with its length said truly. */
export function plain({ method = "GET", path, headers = {}, body }: Line): Wire {
  const bytes = body === undefined ? undefined : Buffer.from(body);
  const length: Record<string, string> = bytes ? { "content-length": String(bytes.length) } : {};
  return { head: headOf({ method, path, headers: { ...headers, ...length } }), body: bytes ? [bytes] : [] };
}

/** A body that says no length and comes in pieces. */
export function chunked(line: Omit<Line, "body">, megabytes: number): Wire {
  const headers = { ...line.headers, "transfer-encoding": "chunked" };
  return { head: headOf({ method: "POST", ...line, headers }), body: chunks(megabytes) };
}

/** A body that says its length, and is as long. */
export function announced(line: Omit<Line, "body">, megabytes: number): Wire {
  const headers = { ...line.headers, "content-length": String(megabytes * MEGABYTE) };
  return { head: headOf({ method: "POST", ...line, headers }), body: pieces(megabytes) };
}

const MEGABYTE = 1024 * 1024;
const PIECE = Buffer.alloc(64 * 1024, "a=1&");

function* pieces(megabytes: number): Iterable<Buffer> {
  for (let sent = 0; sent < megabytes * MEGABYTE; sent += PIECE.length) yield PIECE;
}

function* chunks(megabytes: number): Iterable<Buffer> {
  const size = Buffer.from(`${PIECE.length.toString(16)}\r\n`);
  for (const piece of pieces(megabytes)) yield Buffer.concat([size, piece, Buffer.from("\r\n")]);
  yield Buffer.from("0\r\n\r\n");
}

type Head = { method: string; path: string; headers: Record<string, string> };

const headOf =
  ({ method, path, headers }: Head) =>
  (port: number): string => {
    const lines = Object.entries({ host: `localhost:${port}`, ...headers, connection: "close" });
    return `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`;
  };
