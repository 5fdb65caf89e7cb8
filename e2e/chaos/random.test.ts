import { describe, expect, it } from "vitest";
import { Random } from "./random";

describe("chance that repeats", () => {
  it("draws the same from the same seed, and something else from another", () => {
    const draws = (seed: string) =>
      Array.from(
        { length: 5 },
        (
          (random) => () =>
            random.next()
        )(new Random(seed)),
      );
    expect(draws("1")).toEqual(draws("1"));
    expect(draws("1")).not.toEqual(draws("2"));
  });

  it("keeps a fork's draws apart from what else is drawn", () => {
    const [quiet, busy] = [new Random("1"), new Random("1")];
    for (let draw = 0; draw < 10; draw++) busy.next();
    expect(busy.fork("a").sid("CA")).toBe(quiet.fork("a").sid("CA"));
    expect(quiet.fork("a").sid("CA")).not.toBe(quiet.fork("b").sid("CA"));
  });

  it("stays within its bounds and reaches both", () => {
    const random = new Random("bounds");
    const drawn = new Set(Array.from({ length: 200 }, () => random.whole(1, 3)));
    expect([...drawn].sort()).toEqual([1, 2, 3]);
  });

  it("spells ids as Twilio does", () => {
    expect(new Random("1").sid("CA")).toMatch(/^CA[0-9a-f]{32}$/);
  });
});
