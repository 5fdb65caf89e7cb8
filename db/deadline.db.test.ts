import { setTimeout } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LANES, type Lane } from "./lanes";
import { updateOf } from "./rows";
import { calls } from "./schema/calls";
import { users } from "./schema/people";
import {
  asSystem,
  closeDatabase,
  inWebhookLane,
  lookUp,
  notify,
  run,
  withFound,
  withUser,
  withWorkspace,
} from "./tenant";
import { makeWorkspace } from "./testing/factories";

const SHORT_MS = 400;

/** What is begun within it has little time, and all that comes after has as much as ever. */
function hurried<T>(lane: Lane, begin: () => T): T {
  const { deadlineMs } = LANES[lane];
  LANES[lane].deadlineMs = SHORT_MS;
  const begun = begin();
  LANES[lane].deadlineMs = deadlineMs;
  return begun;
}

// A pool takes its connections' limits from the lane when it is opened.
beforeEach(async () => void (await one()));
afterEach(closeDatabase);

const one = () => lookUp<{ one: number }>(sql`select 1 as one`);
const nothing = undefined as unknown as string;

/** Drizzle puts an error of its own around everybody's. */
const plainly = (asked: Promise<unknown>) =>
  asked.catch((error: Error) => {
    throw error.cause ?? error;
  });

/** Connections of the app that are within a transaction, or do something. */
async function occupied(): Promise<number> {
  const [row] = await lookUp<{ n: number }>(sql`
    select count(*)::int as n from pg_stat_activity
    where application_name = 'ringback' and datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`);
  return row?.n ?? -1;
}

describe("a value that is undefined", () => {
  const ENTRIES: Record<string, () => Promise<unknown>> = {
    "withWorkspace's id": () => withWorkspace(nothing, async () => "begun"),
    "withUser's id": () => withUser(nothing, async () => "begun"),
    "a condition of Drizzle's": () => asSystem((tx) => tx.select().from(users).where(eq(users.id, nothing))),
    "a change of Drizzle's": () => asSystem((tx) => tx.delete(users).where(eq(users.email, nothing))),
    "the values of run": () => asSystem((tx) => run(tx, "select $1::text", [nothing])),
    "the values of run, after another's": () =>
      asSystem(async (tx) => {
        await run(tx, "select $1::text", ["known"]);
        await run(tx, "select $1::text", [nothing]);
      }),
    "a lookUp's value": () => lookUp(sql`select ${sql.param(nothing)}::text`),
    "the lookup of withFound": () =>
      withFound({ text: "select $1::uuid as workspace_id", values: [nothing] }, async () => "found"),
  };

  test.for(Object.entries(ENTRIES))("as %s is refused before anything is sent, again and again", async ([, ask]) => {
    for (let round = 0; round < 12; round++) await expect(plainly(ask())).rejects.toThrow(/undefined/);
    expect(await one()).toEqual([{ one: 1 }]);
    expect(await occupied()).toBe(0);
  });

  test("is told nobody as a notification", async () => {
    await notify([{ channel: "outbox", payload: nothing }]);
    expect(await one()).toEqual([{ one: 1 }]);
  });

  test("in Drizzle's values is the column's default, as its types say", async () => {
    const email = `${crypto.randomUUID()}@example.test`;
    const [row] = await asSystem((tx) =>
      tx
        .insert(users)
        .values({ email, name: "Kim", passwordHash: "x", createdAt: undefined })
        .returning({ createdAt: users.createdAt }),
    );
    expect(row?.createdAt).toBeInstanceOf(Date);
  });

  test("never widens which rows are changed", () => {
    expect(() => updateOf(calls, { workspaceId: crypto.randomUUID(), id: nothing }, { leg: "completed" })).toThrow(
      "id",
    );
  });

  test.for<[unknown]>([[() => {}], [Symbol("s")], [{ a: 1 }], [new Date(0)], [[1]]])(
    "and what else the driver cannot write is refused as well",
    async ([value]) => {
      await expect(asSystem((tx) => run(tx, "select $1::text", [value as string]))).rejects.toThrow("value $1");
      expect(await one()).toEqual([{ one: 1 }]);
    },
  );

  test("undoes what its transaction has done before", async () => {
    const { workspaceId } = await makeWorkspace();
    const rename = withWorkspace(workspaceId, async (tx) => {
      await tx.execute(sql`update workspaces set name = 'Renamed'`);
      await run(tx, "select $1::text", [nothing]);
    });
    await expect(rename).rejects.toThrow(/undefined/);
    const [row] = await withWorkspace(workspaceId, (tx) =>
      run<{ name: string }>(tx, "select name from workspaces", []),
    );
    expect(row?.name).not.toBe("Renamed");
  });
});

describe("a transaction whose time is up", () => {
  test("while a statement runs is rolled back, and its connection serves the next", async () => {
    const { workspaceId } = await makeWorkspace();
    for (let round = 0; round < LANES.pages.connections + 2; round++) {
      const slow = hurried("pages", () =>
        withWorkspace(workspaceId, async (tx) => {
          await tx.execute(sql`update workspaces set name = 'Renamed'`);
          await run(tx, "select pg_sleep(60)", []);
        }),
      );
      await expect(slow).rejects.toThrow("in time");
      const [row] = await withWorkspace(workspaceId, (tx) =>
        run<{ name: string }>(tx, "select name from workspaces", []),
      );
      expect(row?.name).not.toBe("Renamed");
    }
    await expect.poll(occupied).toBe(0);
  }, 30_000);

  test("between two statements asks no more, and is rolled back", async () => {
    const asked: string[] = [];
    const slow = hurried("pages", () =>
      asSystem(async (tx) => {
        await run(tx, "select 1", []);
        await setTimeout(SHORT_MS * 2);
        asked.push("more");
        await run(tx, "select 2", []);
        asked.push("even more");
      }),
    );
    await expect(slow).rejects.toThrow("in time");
    await expect.poll(() => asked).toEqual(["more"]);
    await expect.poll(occupied).toBe(0);
  });

  test("that never ends by itself keeps no connection", async () => {
    const endless = hurried("pages", () =>
      Array.from({ length: LANES.pages.connections }, () => asSystem(() => new Promise(() => {}))),
    );
    const waiting = hurried("pages", () => asSystem((tx) => run(tx, "select 1 as one", [])));
    for (const one of await Promise.allSettled(endless)) expect(one.status).toBe("rejected");
    await expect(waiting).rejects.toThrow("in time");
    expect(await one()).toEqual([{ one: 1 }]);
    await expect.poll(occupied).toBe(0);
  });

  test("leaves the next one on its connection alone", async () => {
    const slow = () => asSystem((tx) => run(tx, "select pg_sleep(60)", []));
    const quick = () => asSystem((tx) => run<{ one: number }>(tx, "select 1 as one", []));
    for (let round = 0; round < 5; round++) {
      await Promise.allSettled(hurried("pages", () => Array.from({ length: LANES.pages.connections }, slow)));
      expect(await Promise.all(Array.from({ length: 30 }, quick))).toEqual(
        Array.from({ length: 30 }, () => [{ one: 1 }]),
      );
    }
  }, 30_000);

  test("outside of any, a statement ends as well, running or waiting", async () => {
    const all = hurried("pages", () =>
      Array.from({ length: 3 * LANES.pages.connections }, () => lookUp(sql`select pg_sleep(60)`)),
    );
    for (const one of await Promise.allSettled(all)) expect(one.status).toBe("rejected");
    expect(await one()).toEqual([{ one: 1 }]);
    await expect.poll(occupied).toBe(0);
  }, 30_000);
});

describe("lanes", () => {
  const hold = (lane: <T>(work: () => T) => T, connections: number) => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const held = lane(() => Array.from({ length: connections + 5 }, () => asSystem(() => released)));
    return { release, held: Promise.allSettled(held) };
  };
  const asPage = <T>(work: () => T) => work();

  test.for([
    { busy: asPage, other: inWebhookLane, connections: LANES.pages.connections, who: "pages", whom: "a webhook" },
    { busy: inWebhookLane, other: asPage, connections: LANES.webhooks.connections, who: "webhooks", whom: "a page" },
  ])("$who that use up their connections do not keep $whom waiting", async ({ busy, other, connections }) => {
    const { release, held } = hold(busy, connections);
    const answers = await other(async () => {
      const looked = await one();
      const ran = await asSystem((tx) => run(tx, "select 1 as one", []));
      await notify([{ channel: "outbox", payload: "" }]);
      return [looked, ran];
    });
    expect(answers).toEqual([[{ one: 1 }], [{ one: 1 }]]);
    release();
    await held;
  });

  test("what a webhook begins goes by its lane to the end, however deep", async () => {
    const late = inWebhookLane(async () => {
      await setTimeout(1);
      return hurried("webhooks", () => asSystem((tx) => run(tx, "select pg_sleep(60)", [])));
    });
    await expect(late).rejects.toThrow("in time");
  });

  test("the server ends what the app has not ended, where it can", async () => {
    await one();
    const shown = await Promise.all(
      Array.from({ length: 3 }, () =>
        lookUp<{ setting: string }>(sql`
          select setting from pg_settings, pg_sleep(0.1) where name = 'transaction_timeout'`),
      ),
    );
    expect(shown.flat().map(({ setting }) => setting)).toContain(String(LANES.pages.deadlineMs + 5_000));
  });
});
