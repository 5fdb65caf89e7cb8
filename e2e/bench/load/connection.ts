import { connect, type Socket } from "node:net";

const HEADERS_END = "\r\n\r\n";
const FRESH_MS = 2_000;

/**
 * One kept-alive HTTP connection that posts one request after the other. Written for the bench: it costs far less than
 * a real client, and the machine belongs to the server that is measured.
 */
export class Connection {
  private received = "";
  private settle: ((answer: { status: number } | Error) => void) | undefined;
  private answeredAt = performance.now();

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true).setEncoding("latin1");
    socket.on("data", (text: string) => this.take(text));
    socket.on("error", (error) => this.settle?.(error));
    socket.on("close", () => this.settle?.(new Error("The server closed the connection")));
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: "127.0.0.1" }, () => resolve(new Connection(socket)));
      socket.once("error", reject);
    });
  }

  /** Servers close what nobody used for some seconds, and may do so just as the next request is on its way. */
  get isFresh(): boolean {
    return !this.socket.destroyed && performance.now() - this.answeredAt < FRESH_MS;
  }

  /**
   * Sends the bytes of a whole request.
   * @returns the answer's status, once all of the answer is there
   * @throws when the connection breaks before
   */
  async send(request: Buffer): Promise<number> {
    if (this.socket.destroyed) throw new Error("The connection is closed");
    const answer = await new Promise<{ status: number } | Error>((resolve) => {
      this.settle = resolve;
      this.socket.write(request);
    });
    this.settle = undefined;
    if (answer instanceof Error) throw answer;
    this.answeredAt = performance.now();
    return answer.status;
  }

  close(): void {
    this.settle = undefined;
    this.socket.destroy();
  }

  private take(text: string): void {
    this.received += text;
    const bodyAt = this.received.indexOf(HEADERS_END) + HEADERS_END.length;
    if (bodyAt < HEADERS_END.length || !isWhole(this.received, bodyAt)) return;
    const status = Number(this.received.slice(9, 12));
    this.received = "";
    this.settle?.({ status });
  }
}

function isWhole(received: string, bodyAt: number): boolean {
  const headers = received.slice(0, bodyAt).toLowerCase();
  if (headers.includes("\r\ntransfer-encoding: chunked")) return received.endsWith("0\r\n\r\n");
  const [, length = "0"] = /\r\ncontent-length: (\d+)/.exec(headers) ?? [];
  return received.length - bodyAt >= Number(length);
}

/** The bytes of a POST, made beforehand. */
export function requestBytes(path: string, headers: Record<string, string>, body: string): Buffer {
  const lines = Object.entries({ host: "localhost", ...headers, "content-length": String(Buffer.byteLength(body)) });
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`,
  );
}
