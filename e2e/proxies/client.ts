import http2 from "node:http2";

export type Answer = { status: number; headers: http2.IncomingHttpHeaders; text: string };
export type Asked = { method?: string; path: string; headers?: Record<string, string>; body?: Buffer | string };

/** Speaks HTTP/2 to a proxy on this machine under the installation's public name, as a browser or Twilio does. */
export class Client {
  readonly #session: http2.ClientHttp2Session;

  constructor(
    readonly origin: string,
    certificate: Buffer,
  ) {
    const { hostname, port } = new URL(origin);
    this.#session = http2.connect(`https://127.0.0.1:${port}`, { ca: certificate, servername: hostname });
    this.#session.on("error", () => {});
  }

  get protocol(): string | undefined {
    return this.#session.alpnProtocol;
  }

  async ask(asked: Asked): Promise<Answer> {
    const { stream, answered } = this.#send(asked);
    const headers = await answered;
    let text = "";
    for await (const part of stream) text += part;
    return { status: headers[":status"] ?? 0, headers, text };
  }

  /** An answer that goes on: calls back with all that has come so far, at each part that comes. */
  async listen(asked: Asked, hear: (heard: string) => void): Promise<() => void> {
    const { stream, answered } = this.#send(asked);
    const headers = await answered;
    if (headers[":status"] !== 200) throw new Error(`${asked.path} answered ${headers[":status"]}`);
    let heard = "";
    stream.on("data", (part) => {
      heard += part;
      hear(heard);
    });
    return () => stream.close();
  }

  close(): void {
    this.#session.destroy();
  }

  #send({ method = "GET", path, headers = {}, body }: Asked) {
    const stream = this.#session.request(
      { ":method": method, ":path": path, ":authority": new URL(this.origin).host, ...headers },
      { endStream: body === undefined },
    );
    const answered = new Promise<http2.IncomingHttpHeaders & http2.IncomingHttpStatusHeader>((resolve, reject) => {
      stream.once("response", resolve);
      stream.once("error", reject);
      stream.once("close", () => reject(new Error(`${path}: closed without an answer`)));
    });
    // A proxy that has refused closes the stream while a long body is still being written.
    stream.on("error", () => {});
    if (body !== undefined) stream.end(body);
    return { stream, answered };
  }
}
