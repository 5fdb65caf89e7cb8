import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { Connection, requestBytes } from "./connection";

const servers: Server[] = [];
const REQUEST = requestBytes("/there", { "content-type": "text/plain" }, "words");

async function serve(listener: RequestListener): Promise<{ server: Server; port: number }> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, port: (server.address() as AddressInfo).port };
}

afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

it("posts one request after the other, however the answers are framed", async () => {
  const { port } = await serve((request, response) => {
    const framing: Record<string, string> = request.headers["x-chunked"] ? {} : { "content-length": "6" };
    response.writeHead(request.method === "POST" ? 202 : 500, framing);
    response.write("half");
    setTimeout(() => response.end("ed"), 5);
  });
  const connection = await Connection.open(port);
  const chunked = requestBytes("/there", { "x-chunked": "1" }, "words");
  expect([await connection.send(REQUEST), await connection.send(chunked), await connection.send(REQUEST)]).toEqual([
    202, 202, 202,
  ]);
  connection.close();
});

it("fails when the server hangs up, at once and ever after", async () => {
  const { server, port } = await serve(() => server.closeAllConnections());
  const connection = await Connection.open(port);
  await expect(connection.send(REQUEST)).rejects.toThrow();
  await expect(connection.send(REQUEST)).rejects.toThrow("The connection is closed");
  expect(connection.isFresh).toBe(false);
});
