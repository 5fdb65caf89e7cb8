import { expect, test } from "vitest";
import { Busy } from "@/lib/errors";
import { type Hasher, inHashQueue } from "./hash-queue";

const stranger = (network: string): Hasher => ({ network, isKnown: false });

/** Computations that end when told to, in the order they began. */
function bench() {
  const begun: { name: string; end: () => void }[] = [];
  const ask = (name: string, hasher: Hasher) =>
    inHashQueue(hasher, () => new Promise<void>((end) => begun.push({ name, end }))).then(
      () => `${name} done`,
      (error: unknown) => {
        if (error instanceof Busy) return `${name} refused`;
        throw error;
      },
    );
  /** Ends one after the other, until none is left. @returns the names in the order they began, and how many ran at once */
  const drain = async (asked: Promise<string>[]) => {
    const order: string[] = [];
    let most = 0;
    const all = Promise.all(asked);
    let over = false;
    all.finally(() => {
      over = true;
    });
    while (!over) {
      await new Promise((done) => setImmediate(done));
      most = Math.max(most, begun.length);
      const next = begun.shift();
      if (next) order.push(next.name);
      next?.end();
    }
    return { order, most, answers: await all };
  };
  return { ask, drain };
}

test("computes two at a time and refuses what would wait too long", async () => {
  const { ask, drain } = bench();
  const asked = Array.from({ length: 19 }, (_, n) => ask(`${n}`, stranger(`network ${n}`)));
  const { order, most, answers } = await drain(asked);
  expect(most).toBe(2);
  expect(order).toEqual(Array.from({ length: 18 }, (_, n) => `${n}`));
  expect(answers.filter((answer) => answer.endsWith("refused"))).toEqual(["18 refused"]);
});

test("keeps half of the line from any one network, and lets other networks go first", async () => {
  const { ask, drain } = bench();
  const flood = Array.from({ length: 20 }, (_, n) => ask(`flood ${n}`, stranger("flood")));
  const { order, answers } = await drain([...flood, ask("dana", stranger("home"))]);
  expect(answers.filter((answer) => answer.endsWith("refused"))).toHaveLength(10);
  expect(order.indexOf("dana")).toBe(2);
});

test("has room for known people when strangers have filled the line, and takes them first", async () => {
  const { ask, drain } = bench();
  const strangers = Array.from({ length: 18 }, (_, n) => ask(`${n}`, stranger(`network ${n}`)));
  const { order, answers } = await drain([...strangers, ask("dana", { network: "home", isKnown: true })]);
  expect(answers).toContain("dana done");
  expect(order.indexOf("dana")).toBe(2);
});

test("gives the place of a computation that failed to the next", async () => {
  const failing = Array.from({ length: 3 }, (_, n) =>
    inHashQueue(stranger(`${n}`), () => Promise.reject(new Error("no memory"))).catch(() => "failed"),
  );
  expect(await Promise.all(failing)).toEqual(["failed", "failed", "failed"]);
  expect(await inHashQueue(stranger("a"), async () => "computed")).toBe("computed");
});
