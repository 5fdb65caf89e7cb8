import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export type Received = { method: string; url: URL; authorization: string | undefined; form: URLSearchParams };
type Respond = (response: ServerResponse, received: Received) => void;

/** An HTTP server that records what it is asked and answers as told. */
export async function startFakeApi() {
  const received: Received[] = [];
  let respond: Respond = (response) => void response.writeHead(500).end();
  const server = createServer(async (incoming, response) => {
    const body = await bodyOf(incoming);
    const one = {
      method: incoming.method ?? "",
      url: new URL(incoming.url ?? "/", "http://fake"),
      authorization: incoming.headers.authorization,
      form: new URLSearchParams(body),
    };
    received.push(one);
    respond(response, one);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The fake API has no port");

  return {
    origin: `http://127.0.0.1:${address.port}`,
    received,
    answerWith(next: Respond) {
      received.length = 0;
      respond = next;
    },
    answerJson(status: number, body: unknown, headers: Record<string, string> = {}) {
      this.answerWith((response) => {
        response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
      });
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((stopped) => server.close(stopped));
    },
  };
}

export type FakeApi = Awaited<ReturnType<typeof startFakeApi>>;

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
