import net from "node:net";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { asSystem, closeDatabase, lookUp, run, type Tx } from "./tenant";

/** A wire to the database that can be cut. */
const wires = new Set<net.Socket>();
const relay = net.createServer((client) => {
  const { hostname: host, port } = new URL(process.env.REAL_DATABASE_URL ?? "");
  const server = net.connect({ host, port: Number(port) });
  wires.add(client.on("error", () => {}));
  server.on("error", () => {}).on("close", () => client.destroy());
  client.on("close", () => server.destroy());
  client.pipe(server).pipe(client);
});

beforeAll(async () => {
  const url = new URL(process.env.DATABASE_URL ?? "");
  vi.stubEnv("REAL_DATABASE_URL", url.href);
  await new Promise<void>((listening) => relay.listen(0, "127.0.0.1", listening));
  url.port = String((relay.address() as net.AddressInfo).port);
  vi.stubEnv("DATABASE_URL", url.href);
});
afterAll(async () => {
  await closeDatabase();
  relay.close();
});

test("somebody else's lost connection ends a transaction as any error does", async () => {
  const theirs = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED", syscall: "connect" });
  await expect(asSystem(() => Promise.reject(theirs))).rejects.toBe(theirs);
});

/** Asks something long, over a wire that is cut meanwhile, and takes so many turns of the engine to notice. */
const lose = (turns: number) => async (tx: Tx) => {
  try {
    setTimeout(() => {
      for (const wire of wires) wire.resetAndDestroy();
      wires.clear();
    }, 5);
    await run(tx, "select pg_sleep(10)", []);
  } catch (error) {
    for (let turn = 0; turn < turns; turn++) await null;
    throw error;
  }
};

test.for([0, 1, 2, 4, 8, 16, 64])(
  "whoever asks after a transaction has lost its connection is answered: %i turns",
  async (turns) => {
    for (let round = 0; round < 5; round++) {
      await expect(asSystem(lose(turns))).rejects.toThrow();
      const asked = Array.from({ length: 3 }, () => lookUp<{ one: number }>(sql`select 1 as one`));
      expect(await Promise.all(asked)).toEqual(Array.from({ length: 3 }, () => [{ one: 1 }]));
    }
  },
);
