import { once } from "node:events";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { TcpProxy } from "./tcp-proxy";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function echoBehindProxy(tap?: () => (side: "client" | "server", chunk: Buffer) => boolean) {
  const echo = net.createServer((socket) => socket.on("error", () => {}).pipe(socket)).listen(0, "127.0.0.1");
  await once(echo, "listening");
  const { port } = echo.address() as net.AddressInfo;
  const proxy = new TcpProxy({ targets: () => [port], ...(tap ? { tap } : {}) });
  const at = await proxy.listen();
  closing.push(
    () => proxy.close(),
    () => echo.close(),
  );
  return { proxy, connect: () => net.connect(at, "127.0.0.1").on("error", () => {}) };
}

async function says(socket: net.Socket, word: string): Promise<string> {
  socket.write(word);
  const heard = once(socket, "data").then(([data]) => String(data));
  return Promise.race([heard, sleep(150, "silence")]);
}

describe("a wire", () => {
  it("carries both ways", async () => {
    const { connect } = await echoBehindProxy();
    expect(await says(connect(), "hello")).toBe("hello");
  });

  it("goes silent for old and new connections, heals for new ones, and ends the silent ones when it is cut", async () => {
    const { proxy, connect } = await echoBehindProxy();
    const old = connect();
    expect(await says(old, "before")).toBe("before");
    proxy.swallow();
    expect(await says(old, "now")).toBe("silence");
    expect(await says(connect(), "now")).toBe("silence");
    proxy.mend();
    expect(await says(old, "after")).toBe("silence");
    expect(await says(connect(), "after")).toBe("after");
    const ended = new Promise((resolve) => old.once("close", resolve));
    proxy.cut("silent");
    expect(await ended).toBe(true);
  });

  it("passes a reset on", async () => {
    const resetting = net.createServer((socket) => socket.on("data", () => socket.resetAndDestroy()));
    resetting.listen(0, "127.0.0.1");
    await once(resetting, "listening");
    const { port } = resetting.address() as net.AddressInfo;
    const proxy = new TcpProxy({ targets: () => [port] });
    const socket = net.connect(await proxy.listen(), "127.0.0.1");
    closing.push(
      () => proxy.close(),
      () => resetting.close(),
    );
    socket.write("hello");
    expect(await once(socket, "error")).toMatchObject([{ code: "ECONNRESET" }]);
  });

  it("holds back for ever what the tap says", async () => {
    const { connect } = await echoBehindProxy(() => (side, chunk) => side === "client" && chunk.includes("stop"));
    const socket = connect();
    expect(await says(socket, "go")).toBe("go");
    expect(await says(socket, "stop")).toBe("silence");
    expect(await says(socket, "go")).toBe("silence");
  });
});
