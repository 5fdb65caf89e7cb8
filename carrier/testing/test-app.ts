import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  path: string;
  method: string;
  headers: Record<string, string | string[] | undefined>;
  parameters: Record<string, string>;
  /** As requested, for checking the signature. */
  url: string;
}

type Answer = string | ((received: Received) => string | Reply | Promise<string | Reply>);

export interface Reply {
  status: number;
  body?: string;
  contentType?: string;
}

export interface TestApp {
  url: string;
  received: Received[];
  /** What a path answers; without, an empty Response. */
  on(path: string, answer: Answer): void;
  to(path: string): Received[];
  close(): Promise<void>;
}

/** A web app that keeps every webhook and answers with TwiML. */
export async function startTestApp(): Promise<TestApp> {
  const received: Received[] = [];
  const answers = new Map<string, Answer>();
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function serve(request: IncomingMessage, response: ServerResponse) {
    let body = "";
    for await (const part of request as AsyncIterable<Buffer>) body += part.toString("utf8");
    const [path = "", search = ""] = (request.url ?? "").split("?");
    const parameters = Object.fromEntries(new URLSearchParams(request.method === "GET" ? search : body));
    const webhook = {
      path,
      method: request.method ?? "",
      headers: request.headers,
      parameters,
      url: `${url}${request.url}`,
    };
    received.push(webhook);
    const answer = answers.get(path) ?? "<Response/>";
    const result = typeof answer === "string" ? answer : await answer(webhook);
    const reply: Reply = typeof result === "string" ? { status: 200, body: result } : result;
    response.writeHead(reply.status, { "content-type": reply.contentType ?? "text/xml" }).end(reply.body ?? "");
  }

  return {
    url,
    received,
    on: (path, answer) => void answers.set(path, answer),
    to: (path) => received.filter((webhook) => webhook.path === path),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
