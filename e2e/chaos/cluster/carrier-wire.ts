import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { listen } from "./listen";
import type { Points } from "./points";

type Options = { carrierPort: number; points: Points; onMessage: (to: string) => void };

/** Stands before the carrier for one worker, and knows when a text is on its way. */
export class CarrierWire {
  readonly #server: http.Server;
  readonly #agent = new http.Agent({ keepAlive: true });
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
    this.#server = http.createServer((request, response) => {
      this.#carry(request, response).catch(() => request.socket.resetAndDestroy());
    });
    this.#server.keepAliveTimeout = 65_000;
  }

  listen(): Promise<number> {
    return listen(this.#server);
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
    this.#agent.destroy();
  }

  async #carry(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await read(request);
    const { points, onMessage } = this.#options;
    const isText = request.method === "POST" && request.url?.endsWith("/Messages.json") === true;
    if (isText) {
      onMessage(new URLSearchParams(body.toString()).get("To") ?? "");
      if (points.reach("request-unsent")) return;
    }
    let orphaned = false;
    const answer = await this.#ask(request, body, () => {
      orphaned = isText && points.reach("request-sent");
    });
    const content = await read(answer);
    if (orphaned) return;
    if (isText && answer.statusCode === 201 && points.reach("accepted-untold")) return;
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    response.end(content);
  }

  #ask({ method, url, headers }: IncomingMessage, body: Buffer, onSent: () => void): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const { carrierPort: port } = this.#options;
      const request = http.request(
        { host: "127.0.0.1", port, method, path: url, headers, agent: this.#agent },
        resolve,
      );
      request.on("error", reject).once("finish", onSent);
      request.end(body);
    });
  }
}

async function read(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
