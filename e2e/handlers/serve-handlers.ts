import { readdirSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { putFrontDoorBefore } from "@/lib/front-door/front-door";

type Context = { params: Promise<Record<string, string>> };
type Handler = (request: Request, context: Context) => Promise<Response>;
type Route = { pattern: RegExp; names: string[]; post: Handler };

const root = path.join(import.meta.dirname, "..", "..");

/** A server for Twilio's webhooks: the app's own route handlers, found where Next finds them, without Next. */
export async function createHandlerServer(): Promise<Server> {
  const routes = await loadRoutes("app/api/twilio");
  const server = createServer((request, response) => {
    answer(routes, request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  putFrontDoorBefore(server);
  return server;
}

async function loadRoutes(folder: string): Promise<Route[]> {
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" });
  return Promise.all(files.filter((file) => path.basename(file) === "route.ts").map((file) => load(folder, file)));
}

async function load(folder: string, file: string): Promise<Route> {
  const module: { POST: Handler } = await import(pathToFileURL(path.join(root, folder, file)).href);
  const segments = [folder.replace(/^app/, ""), ...path.dirname(file).split(path.sep)].join("/");
  const names = [...segments.matchAll(/\[(\w+)\]/g)].map(([, name]) => name ?? "");
  return { names, pattern: new RegExp(`^${segments.replace(/\[\w+\]/g, "([^/]+)")}$`), post: module.POST };
}

async function answer(routes: Route[], incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(incoming.url ?? "/", "http://localhost");
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  for (const { pattern, names, post } of routes) {
    const match = pattern.exec(url.pathname);
    if (!match || incoming.method !== "POST") continue;
    const params = Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? "")]));
    const headers = Object.entries(incoming.headers).filter((pair): pair is [string, string] => {
      return typeof pair[1] === "string";
    });
    const request = new Request(url, { method: "POST", headers, body: Buffer.concat(chunks) });
    const answered = await post(request, { params: Promise.resolve(params) });
    response.writeHead(answered.status, Object.fromEntries(answered.headers));
    response.end(Buffer.from(await answered.arrayBuffer()));
    return;
  }
  response.writeHead(404);
  response.end();
}
