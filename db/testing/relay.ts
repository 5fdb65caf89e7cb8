import net from "node:net";
import { vi } from "vitest";

/** Between this test file's app and its database, before either is asked: wires that can be cut, closed or silenced. */
export async function startRelay() {
  const { hostname: host, port } = new URL(process.env.DATABASE_URL ?? "");
  const wires = new Set<net.Socket>();
  const silent = new Set<net.Socket>();
  const door: { opened: number; shut: ((client: net.Socket) => unknown) | null } = { opened: 0, shut: null };
  const relay = net.createServer((client) => {
    door.opened += 1;
    if (door.shut) {
      client.on("error", () => {});
      setTimeout(door.shut, 1, client);
      return;
    }
    const server = net.connect({ host, port: Number(port) });
    wires.add(client);
    client.on("data", (asked) => silent.has(client) || server.write(asked));
    server.on("data", (answer) => silent.has(client) || client.write(answer));
    client
      .on("error", () => {})
      .on("close", () => {
        wires.delete(client);
        server.destroy();
      });
    server.on("error", () => {}).on("close", () => silent.has(client) || client.end());
  });
  await new Promise<void>((listening) => relay.listen(0, "127.0.0.1", listening));
  const url = new URL(process.env.DATABASE_URL ?? "");
  url.port = String((relay.address() as net.AddressInfo).port);
  vi.stubEnv("DATABASE_URL", url.href);
  return {
    /** How many connections were begun; with `shut`, a new one is taken and then treated so. */
    door,
    wires: () => [...wires],
    reset: () => {
      for (const wire of wires) wire.resetAndDestroy();
    },
    /** The server's side says that it is done. */
    end: () => {
      for (const wire of wires) wire.end();
    },
    /** Nothing passes any more, and nobody says so. */
    hush: (wire: net.Socket) => silent.add(wire),
    stop: () => {
      for (const wire of wires) wire.destroy();
      relay.close();
    },
  };
}
