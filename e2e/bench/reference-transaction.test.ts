import { expect, it } from "vitest";
import { numbered, pgbenchScript, REFERENCE_STATEMENTS } from "./reference-transaction";

it("turns names into numbers, the same name into the same number, and leaves casts alone", () => {
  expect(numbered("select :sid::text, :caller, :sid where a = :caller::text")).toEqual({
    text: "select $1::text, $2, $1 where a = $2::text",
    names: ["sid", "caller"],
  });
});

it("writes the five rows of a miss, in the app's lock order", () => {
  const tables = REFERENCE_STATEMENTS.flatMap((statement) => /^insert into (\w+)/.exec(statement)?.[1] ?? []);
  expect(tables).toEqual(["webhooks", "calls", "caller_slots", "recoveries", "messages"]);
});

it("gives pgbench every value, or lets a statement before make it", () => {
  const given = ["place", "n", "turn", "client_id", "params", "trace", "facts", "body"];
  const returned = ["webhook", "call", "started", "recovery", "message"];
  const asked = [...pgbenchScript(50).matchAll(/(?<!:):([a-z_]+)/g)].map(([, name]) => name);
  expect(asked.filter((name) => ![...given, ...returned].includes(name ?? ""))).toEqual([]);
});
