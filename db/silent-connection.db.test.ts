import type net from "node:net";
import { setTimeout } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { asSystem, closeDatabase, lookUp, run } from "./tenant";
import { startRelay } from "./testing/relay";

let relay: Awaited<ReturnType<typeof startRelay>>;
beforeAll(async () => {
  relay = await startRelay();
});
afterEach(closeDatabase);
afterAll(() => relay.stop());

const one = () => lookUp<{ one: number }>(sql`select 1 as one`);
const asked = () => asSystem((tx) => run(tx, "select 1", []));

test("a database that stopped talking is given up within 40 s, and asked anew", async () => {
  await Promise.all(Array.from({ length: 10 }, () => asSystem((tx) => run(tx, "select pg_sleep(0.2)", []))));
  for (const wire of relay.wires()) relay.hush(wire);
  const ends = await Promise.allSettled(Array.from({ length: 12 }, asked));
  expect(ends.slice(0, 10).every(({ status }) => status === "rejected")).toBe(true);
  expect(await one()).toEqual([{ one: 1 }]);
}, 60_000);

test("a transaction on a silent wire ends soon after another's lost connection ends the pool", async () => {
  const quiet = asSystem(async (tx) => {
    await run(tx, "select 1", []);
    for (const wire of relay.wires()) relay.hush(wire);
    await run(tx, "select 2", []);
  });
  const ended = Promise.allSettled([quiet]);
  await setTimeout(200);
  await expect(
    asSystem(async (tx) => {
      await run(tx, "select 1", []);
      relay.wires().at(-1)?.resetAndDestroy();
      await run(tx, "select pg_sleep(1)", []);
    }),
  ).rejects.toThrow("CONNECTION_CLOSED");
  const began = performance.now();
  expect(await ended).toMatchObject([{ status: "rejected" }]);
  expect(performance.now() - began).toBeLessThan(12_000);
}, 40_000);

test.for([
  { how: "closes", shut: (client: net.Socket): unknown => client.end() },
  { how: "resets", shut: (client: net.Socket): unknown => client.resetAndDestroy() },
])("a door that opens and $how says so at once, and is not stormed", async ({ shut }) => {
  Object.assign(relay.door, { opened: 0, shut });
  const began = performance.now();
  await expect(one()).rejects.toThrow();
  await expect(asked()).rejects.toThrow();
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(relay.door.opened).toBeLessThan(10);
  relay.door.shut = null;
});

test("pools that were given up leave no connection behind", async () => {
  for (let round = 0; round < 3; round++) {
    const busy = Array.from({ length: 60 }, () => asSystem((tx) => run(tx, "select pg_sleep(0.1)", [])));
    await setTimeout(250);
    relay.wires().at(-1)?.resetAndDestroy();
    await Promise.allSettled(busy);
  }
  await expect.poll(() => relay.wires().length, { timeout: 35_000, interval: 500 }).toBeLessThanOrEqual(10);
}, 50_000);
