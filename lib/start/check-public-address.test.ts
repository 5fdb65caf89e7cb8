import { once } from "node:events";
import http, { type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { findMistake } from "./check-public-address";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function answering(handle: RequestListener): Promise<string> {
  server = http.createServer(handle).listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it("finds nothing wrong where this installation answers, and lets the front door see a form's request", async () => {
  const seen: string[] = [];
  const url = await answering(({ method, url: path, headers }, response) => {
    seen.push(`${method} ${path} ${headers.origin ?? "-"}`);
    response.writeHead(method === "GET" ? 200 : 405, { "content-type": "application/json" }).end('{"ok":true}');
  });
  expect(await findMistake(url)).toBeNull();
  expect(seen).toEqual(["GET /api/health -", `POST /api/health ${url}`]);
});

it.each<[string, RequestListener, string]>([
  [
    "leads elsewhere",
    (_, response) => response.writeHead(301, { location: "https://www.ringback.test" }).end(),
    "redirected",
  ],
  [
    "is a proxy without its upstream",
    (_, response) => response.writeHead(502).end("Bad gateway"),
    "answered_by_another",
  ],
  [
    "is somebody else's site",
    (_, response) => response.writeHead(200).end("<h1>Welcome to nginx!</h1>"),
    "answered_by_another",
  ],
])("names an address that %s", async (_, handle, mistake) => {
  expect(await findMistake(await answering(handle))).toBe(mistake);
});

it("names an address where nobody answers", async () => {
  const url = await answering(() => {});
  server?.close();
  await once(server as Server, "close");
  expect(await findMistake(url)).toBe("unreachable");
});
