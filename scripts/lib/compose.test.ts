import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const read = (file: string) => fs.readFileSync(path.join(import.meta.dirname, "../..", file), "utf8");

/** The lines of a service, or of what others take over by `<<`, up to the next of its depth. */
function section(name: string, depth: number): string {
  const indent = " ".repeat(depth);
  const all = read("compose.yaml");
  const start = all.search(new RegExp(`^${indent}${name}:`, "m"));
  expect(start).toBeGreaterThan(-1);
  const [first = "", ...rest] = all.slice(start).split("\n");
  const end = rest.findIndex((line) => new RegExp(`^ {0,${depth}}\\S`).test(line));
  return [first, ...rest.slice(0, end)].join("\n");
}

describe("compose.yaml", () => {
  it("hands web and worker every variable of the environment but the simulator's", () => {
    const known = [...read("lib/env.ts").matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name);
    const given = [...section("x-ringback", 0).matchAll(/^ {4}([A-Z_]+):/gm)].map(([, name]) => name);
    expect(given.toSorted()).toEqual([...known.filter((name) => name !== "SIMULATOR_URL"), "HOST"].toSorted());
  });

  it("hands the migrations the database's addresses and no other secret", () => {
    const names = [...section("migrate", 2).matchAll(/\b([A-Z][A-Z_]{3,})\b:/g)].map(([, name]) => name);
    expect(names).toEqual(["DATABASE_URL", "DATABASE_OWNER_URL"]);
  });

  it("publishes the web on this machine alone, and nothing else", () => {
    const published = [...read("compose.yaml").matchAll(/^ {6}- "([^"]*:3000)"$/gm)].map(([, port]) => port);
    expect(published).toEqual([`127.0.0.1:\${PORT:-3000}:3000`]);
    expect(read("compose.yaml").match(/^ {4}ports:/gm)).toHaveLength(1);
  });

  it("hardens every service", () => {
    expect(section("x-hardened", 0)).toMatch(/read_only: true[\s\S]*cap_drop: \[ALL\][\s\S]*no-new-privileges:true/);
    expect(section("x-ringback", 0)).toContain("<<: *hardened");
    expect(section("postgres", 2)).toContain("<<: *hardened");
    expect(section("migrate", 2)).toContain("<<: *hardened");
    expect(section("backup", 2)).toContain("<<: *database-command");
    for (const name of ["web", "worker"]) expect(section(name, 2)).toContain("<<: *ringback");
  });
});
