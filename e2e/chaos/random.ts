import { createHash } from "node:crypto";

/** Chance that repeats: the same seed and the same names give the same draws, whatever happens in between. */
export class Random {
  #state: number;

  constructor(readonly seed: string) {
    this.#state = createHash("sha256").update(seed).digest().readUInt32LE(0);
  }

  /** A source of its own, so that what runs at the same time does not disturb each other's draws. */
  fork(name: string | number): Random {
    return new Random(`${this.seed}/${name}`);
  }

  /** From 0 to just under 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  /** Both ends included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const one = list[Math.floor(this.next() * list.length)];
    if (one === undefined) throw new Error("Nothing to pick from");
    return one;
  }

  shuffled<T>(list: readonly T[]): T[] {
    const tagged = list.map((item) => ({ item, place: this.next() }));
    return tagged.sort((a, b) => a.place - b.place).map(({ item }) => item);
  }

  /** An identifier as Twilio spells them. */
  sid(prefix: "CA" | "SM"): string {
    return prefix + createHash("md5").update(`${this.seed}:${this.next()}`).digest("hex");
  }
}
