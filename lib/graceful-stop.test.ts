import { type ChildProcess, fork } from "node:child_process";
import { Agent, request } from "node:http";
import { connect, type Socket } from "node:net";
import path from "node:path";
import { afterEach, expect, it, vi } from "vitest";

// Each test starts a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const program = path.join(import.meta.dirname, "testing/stoppable-server.ts");
const NEVER_MS = 3_600_000;
const children: ChildProcess[] = [];
const sockets: Socket[] = [];
const agents: Agent[] = [];

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const agent of agents.splice(0)) agent.destroy();
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

type Said = { port?: number; connected?: true; asked?: string; arrived?: string; stopping?: true };

/** A web process that gives up on nothing, but for what a test says. */
async function startServer(grace: { halfSentMs?: number; unansweredMs?: number } = {}) {
  const args = [JSON.stringify({ halfSentMs: NEVER_MS, unansweredMs: NEVER_MS, ...grace })];
  const child = fork(program, args, { execArgv: ["--import", "tsx"], stdio: "inherit" });
  children.push(child);
  const said: Said[] = [];
  child.on("message", (message: Said) => said.push(message));
  const ended = new Promise((done) => child.once("exit", done));
  const says = <Key extends keyof Said>(key: Key) =>
    expect.poll(() => said.find((one) => one[key] !== undefined)?.[key], { timeout: 30_000 });
  await says("port").toBeGreaterThan(0);
  return {
    port: said.find(({ port }) => port)?.port ?? 0,
    says,
    ended,
    answer: (words: string) => child.send(words),
    stop: async () => {
      child.kill("SIGTERM");
      await says("stopping").toBe(true);
    },
  };
}

async function connectTo(port: number, words = ""): Promise<void> {
  const socket = connect(port, "127.0.0.1");
  sockets.push(socket);
  socket.on("error", () => {});
  await new Promise((connected) => socket.once("connect", connected));
  socket.write(words);
}

/** Asks on a connection that is kept for the next request, as browsers and proxies do. */
function ask(port: number, at = "/"): Promise<{ connection: string | undefined; body: string }> {
  const agent = new Agent({ keepAlive: true });
  agents.push(agent);
  return new Promise((answered, failed) => {
    const asking = request({ port, host: "127.0.0.1", path: at, method: "POST", agent });
    asking.on("error", failed);
    asking.on("response", (response) => {
      let body = "";
      response.on("data", (chunk) => {
        body += String(chunk);
      });
      response.on("error", failed);
      response.on("end", () => answered({ connection: response.headers.connection, body }));
    });
    asking.end("CallSid=CA1");
  });
}

it("ends although a browser has opened a connection ahead of its first request", async () => {
  const server = await startServer();
  await connectTo(server.port);
  await server.says("connected").toBe(true);
  await server.stop();
  expect(await server.ended).toBe(143);
});

it("answers a request that has arrived, says that the connection ends with it, and ends", async () => {
  const server = await startServer();
  const answer = ask(server.port);
  await server.says("arrived").toBe("/");
  await server.stop();
  server.answer("<Response/>");
  expect(await answer).toEqual({ connection: "close", body: "<Response/>" });
  expect(await server.ended).toBe(143);
});

it("sends an answer that had begun to its end, closes the kept connection, and ends", async () => {
  const server = await startServer();
  const answer = ask(server.port, "/begun");
  await server.says("arrived").toBe("/begun");
  await server.stop();
  server.answer("and whole");
  expect((await answer).body).toBe("begun and whole");
  expect(await server.ended).toBe(143);
});

it("does not wait for the rest of a request that never comes", async () => {
  const server = await startServer({ halfSentMs: 1 });
  await connectTo(server.port, "POST /half HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nCallSid=");
  await server.says("asked").toBe("/half");
  await server.stop();
  expect(await server.ended).toBe(143);
});

it("gives a request that has arrived up in the end when nothing answers it", async () => {
  const server = await startServer({ unansweredMs: 1 });
  const refused = expect(ask(server.port)).rejects.toThrow();
  await server.says("arrived").toBe("/");
  await server.stop();
  expect(await server.ended).toBe(143);
  await refused;
});
