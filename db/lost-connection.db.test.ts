import { setTimeout } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSystem, closeDatabase, lookUp, run, type Tx } from "./tenant";
import { startRelay } from "./testing/relay";

let relay: Awaited<ReturnType<typeof startRelay>>;
beforeAll(async () => {
  relay = await startRelay();
});
afterAll(async () => {
  await closeDatabase();
  relay.stop();
});

const one = () => lookUp<{ one: number }>(sql`select 1 as one`);

test("somebody else's lost connection ends a transaction as any error does", async () => {
  const theirs = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED", syscall: "connect" });
  await expect(asSystem(() => Promise.reject(theirs))).rejects.toBe(theirs);
});

/** Asks something long, over a wire that is cut meanwhile, and takes so many turns of the engine to notice. */
const lose = (cut: () => void, turns: number) => async (tx: Tx) => {
  try {
    setTimeout(5).then(cut);
    await run(tx, "select pg_sleep(10)", []);
  } catch (error) {
    for (let turn = 0; turn < turns; turn++) await null;
    throw error;
  }
};

test.for(
  [0, 1, 2, 4, 8, 16, 64].flatMap((turns) => [
    { turns, how: "reset" as const },
    { turns, how: "end" as const },
  ]),
)(
  "whoever asks after a transaction has lost its connection is answered: $how, $turns turns",
  async ({ turns, how }) => {
    for (let round = 0; round < 5; round++) {
      await expect(asSystem(lose(relay[how], turns))).rejects.toThrow();
      expect(await Promise.all([one(), one(), one()])).toEqual(Array.from({ length: 3 }, () => [{ one: 1 }]));
    }
  },
);

test.for([
  [
    "while nothing is asked",
    async (tx: Tx) => {
      await run(tx, "select 1", []);
      relay.reset();
      await setTimeout(50);
    },
  ],
  [
    "and the work goes on all the same",
    async (tx: Tx) => {
      setTimeout(5).then(relay.reset);
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
  expect(await one()).toEqual([{ one: 1 }]);
});
