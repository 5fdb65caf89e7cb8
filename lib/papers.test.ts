import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { DECISION_TABLE } from "./recovery/decision-table";
import { CHECK_WORDS } from "./recovery/explain-checks";
import { readStoredFacts } from "./recovery/stored-facts";

const paper = (name: string) => fs.readFileSync(path.join(import.meta.dirname, "..", name), "utf8");

function decisionTable(): string {
  const rows = DECISION_TABLE.map(({ check, reasons, leadKept, remedy }, index) => {
    const first = DECISION_TABLE[index - 1]?.check !== check;
    const words = reasons.map((reason) => `\`${reason}\``).join(", ");
    return `| ${first ? CHECK_WORDS[check].title(readStoredFacts({})) : ""} | ${words} | ${leadKept ? "yes" : "no"} | ${remedy} |`;
  });
  return ["| check | reasons it stops with | makes a lead | remedy |", "|---|---|---|---|", ...rows].join("\n");
}

it("README's decision table is the one the code decides by", () => {
  const [, table] =
    /<!-- decision table -->\n([\s\S]*?)\n?<!-- end of decision table -->/.exec(paper("README.md")) ?? [];
  expect(table?.trim()).toBe(decisionTable());
});

it(".env.example has every variable the environment and the scripts know", () => {
  const known = [...paper("lib/env.ts").matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name);
  const explained = [...paper(".env.example").matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(explained.toSorted()).toEqual([...known, "DATABASE_OWNER_URL", "HOST", "PORT"].toSorted());
});

it("README names only commands that exist", () => {
  const { scripts } = JSON.parse(paper("package.json")) as { scripts: Record<string, string> };
  const named = [...paper("README.md").matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name ?? "");
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
