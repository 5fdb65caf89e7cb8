import { describe, expect, it } from "vitest";
import { type Point, Points, SLOT_IN_HAND } from "./points";
import { postgresTap } from "./postgres-wire";

const SECONDS = 1_000;

function frame(type: string, body: string): Buffer {
  const content = Buffer.from(body);
  const length = Buffer.alloc(4);
  length.writeInt32BE(content.length + 4);
  return Buffer.concat([Buffer.from(type), length, content]);
}

const startup = frame("", "....");
const prepare = (name: string, query: string) => frame("P", `${name}\0${query}\0..`);
const run = (name: string) => Buffer.concat([frame("B", `\0${name}\0..`), frame("E", "\0...."), frame("S", "")]);
const complete = (tag: string) => frame("C", `${tag}\0`);
const ready = frame("Z", "I");

function waitFor(point: Point) {
  const points = new Points();
  const came = points.await(point, 5 * SECONDS);
  const tap = postgresTap(points)();
  tap("client", startup);
  return { came, tap };
}

describe("what the wire to Postgres tells", () => {
  it("holds back a commit that was prepared long before", async () => {
    const { came, tap } = waitFor("before-commit");
    expect(tap("client", Buffer.concat([prepare("s1", "update t"), prepare("s2", "commit"), run("s1")]))).toBe(false);
    expect(tap("client", run("s2"))).toBe(true);
    expect(await came).toBe(true);
  });

  it("holds back the answer to a commit, in whatever pieces it comes", async () => {
    const { came, tap } = waitFor("committed-unanswered");
    expect(tap("server", complete("UPDATE 1"))).toBe(false);
    const answer = complete("COMMIT");
    expect(tap("server", answer.subarray(0, 7))).toBe(false);
    expect(tap("server", answer.subarray(7))).toBe(true);
    expect(await came).toBe(true);
  });

  it("knows the next step after a claim that brought something", async () => {
    const { came, tap } = waitFor("claimed");
    const claim = Buffer.concat([prepare("c", "select * from claim_messages($1)"), run("c")]);
    tap("client", claim);
    tap("server", Buffer.concat([complete("SELECT 0"), ready]));
    expect(tap("client", run("c"))).toBe(false);
    tap("server", Buffer.concat([frame("D", "row"), complete("SELECT 1"), ready]));
    expect(tap("client", prepare("n", "select 1"))).toBe(true);
    expect(await came).toBe(true);
  });

  it("knows the last answer before the commit of a transaction that has a caller's slot, and lets it pass", async () => {
    const points = new Points();
    const seen: string[] = [];
    const came = points.await(SLOT_IN_HAND, 5 * SECONDS, () => seen.push("slot in hand"));
    const tap = postgresTap(points)();
    tap("client", startup);
    const lock = prepare("l", "insert into caller_slots (caller_e164) values ($1)");
    const write = prepare("w", "with w0 as (insert into webhooks (kind) values ($1)) select");
    const answered = Buffer.concat([complete("SELECT 0"), ready]);
    const ask = (...messages: Buffer[]) => {
      tap("client", Buffer.concat(messages));
      expect(tap("server", answered)).toBe(false);
    };
    for (const messages of [[frame("Q", "begin\0")], [lock, run("l")], [frame("Q", "commit\0")]]) ask(...messages);
    for (const messages of [[frame("Q", "begin\0")], [write, run("w")], [frame("Q", "commit\0")]]) ask(...messages);
    for (const messages of [[frame("Q", "begin\0")], [run("l")]]) ask(...messages);
    expect(seen).toEqual([]);
    ask(run("w"));
    expect(seen).toEqual(["slot in hand"]);
    expect(await came).toBe(true);
  });

  it("lets everything pass that nobody waits for", () => {
    const tap = postgresTap(new Points())();
    tap("client", startup);
    expect(tap("client", Buffer.concat([prepare("s", "commit"), run("s")]))).toBe(false);
    expect(tap("server", complete("COMMIT"))).toBe(false);
  });
});
