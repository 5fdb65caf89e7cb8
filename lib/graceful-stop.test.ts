import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, expect, it } from "vitest";
import { watchConnections } from "./graceful-stop";

const opened: Socket[] = [];
afterEach(() => {
  for (const socket of opened.splice(0)) socket.destroy();
});

/** A server that answers when it is told to, watched like the web process. */
async function listening() {
  const connections = watchConnections();
  const asked: { request: IncomingMessage; response: ServerResponse }[] = [];
  const server = createServer((request, response) => asked.push({ request, response }));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    port,
    connections,
    /** As `next start` does on SIGTERM: no new connections, and wait for the open ones. */
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}

async function connected(port: number, said = ""): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  opened.push(socket);
  socket.on("error", () => {});
  await new Promise((done) => socket.once("connect", done));
  socket.write(said);
  return socket;
}

function ask(port: number): Promise<{ status: number | undefined; connection: string | undefined; body: string }> {
  return new Promise((answered, failed) => {
    const asking = request({ port, host: "127.0.0.1", method: "POST", headers: { connection: "keep-alive" } });
    asking.on("error", failed);
    asking.on("response", async (response) => {
      let body = "";
      for await (const chunk of response) body += String(chunk);
      answered({ status: response.statusCode, connection: response.headers.connection, body });
    });
    asking.end("CallSid=CA1");
  });
}

it("closes a connection that was opened ahead of its first request", async () => {
  const { port, connections, close } = await listening();
  const ahead = await connected(port);
  const gone = new Promise((done) => ahead.once("close", done));
  const closed = close();
  connections.close();
  await Promise.all([gone, closed]);
});

it("answers a request that has arrived, says that the connection ends with it, and lets the server close", async () => {
  const { port, connections, close, asked } = await listening();
  const order: string[] = [];
  const answer = ask(port);
  await expect.poll(() => asked[0]?.request.complete).toBe(true);
  const closed = close().then(() => order.push("closed"));
  connections.close();
  await expect.poll(() => asked[0]?.response.getHeader("connection")).toBe("close");
  order.push("answered");
  asked[0]?.response.end("<Response/>");
  expect(await answer).toEqual({ status: 200, connection: "close", body: "<Response/>" });
  await closed;
  expect(order).toEqual(["answered", "closed"]);
});

it("closes a kept-alive connection when the answer that had begun is over", async () => {
  const { port, connections, close, asked } = await listening();
  const answer = ask(port);
  await expect.poll(() => asked.length).toBe(1);
  asked[0]?.response.write("half ");
  const closed = close();
  connections.close();
  asked[0]?.response.end("and whole");
  expect((await answer).body).toBe("half and whole");
  await closed;
});

it("does not wait for the rest of a request that never comes", async () => {
  const { port, connections, close, asked } = await listening();
  await connected(port, "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nCallSid=");
  await expect.poll(() => asked.length).toBe(1);
  const closed = close();
  connections.close({ halfSentMs: 1 });
  await closed;
  expect(asked[0]?.request.complete).toBe(false);
});

it("closes in the end also what nobody answers", async () => {
  const { port, connections, close, asked } = await listening();
  const refused = expect(ask(port)).rejects.toThrow();
  await expect.poll(() => asked.length).toBe(1);
  const closed = close();
  connections.close({ unansweredMs: 1 });
  await Promise.all([refused, closed]);
});
