import net from "node:net";
import { setTimeout } from "node:timers/promises";
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

const cut = () => {
  for (const wire of wires) wire.resetAndDestroy();
  wires.clear();
};

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
    setTimeout(5).then(cut);
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

test.for([
  [
    "while nothing is asked",
    async (tx: Tx) => {
      await run(tx, "select 1", []);
      cut();
      await setTimeout(50);
    },
  ],
  [
    "and the work goes on all the same",
    async (tx: Tx) => {
      setTimeout(5).then(cut);
      await run(tx, "select pg_sleep(10)", []).catch(() => {});
    },
  ],
] as const)("a transaction that loses its connection %s asks nothing more", async ([, before]) => {
  const asked = asSystem(async (tx) => {
    await before(tx);
    await run(tx, "select 2", []);
  });
  await expect(asked).rejects.toThrow("CONNECTION_CLOSED");
  // What was written to the socket that is gone would end the process in the engine's next turn.
  await setTimeout(50);
  expect(await lookUp<{ one: number }>(sql`select 1 as one`)).toEqual([{ one: 1 }]);
});
