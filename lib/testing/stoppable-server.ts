import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { stopGracefully } from "../graceful-stop";

/** A web process that stops as `next start` does: it stops listening, and ends when all connections are closed. */
const waiting: ServerResponse[] = [];
const server = createServer((request, response) => {
  waiting.push(response);
  if (request.url === "/begun") response.write("begun ");
  process.send?.({ asked: request.url });
  request.resume().on("end", () => process.send?.({ arrived: request.url }));
});
server.on("connection", () => process.send?.({ connected: true }));
process.on("SIGTERM", () => server.close(() => process.exit(143)));
process.on("message", (words: string) => {
  for (const response of waiting.splice(0)) response.end(words);
});
stopGracefully(JSON.parse(process.argv[2] ?? "{}"));
// Registered last, so that whoever hears of it knows that the stop has begun.
process.on("SIGTERM", () => process.send?.({ stopping: true }));
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
