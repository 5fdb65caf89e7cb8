import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const root = path.join(import.meta.dirname, "..");

/** A regular expression literal: what stands before and after tells it from a division. */
const LITERAL =
  /(?<=[(,=:[!&|?{};\s])\/(?![*/ ])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/[dgimsuvy]*(?=[\s.,;)\]}:])/g;

/** `(a+)+`: the engine tries every way to share the letters out between the two. */
const NESTED = /\((?:\?:)?[^()]*(?:[*+]|\{\d+,\})\)(?:[*+]|\{\d+,\})/;

/** `\s+x`, `-+$`: where the end does not fit, the engine tries again from every letter of the run. */
const FROM_ANYWHERE = /^(?:\\.|\[(?:\\.|[^\]\\])*\]|[^\\()[\]^$|])(?:[*+]|\{\d+,\})./;

function slowPatterns(text: string): string[] {
  const patterns = [...text.matchAll(LITERAL)].map((match) => match[1] ?? "");
  return patterns.filter(
    (pattern) => NESTED.test(pattern) || alternatives(pattern).some((one) => FROM_ANYWHERE.test(one)),
  );
}

/** The parts between the bars that stand in no group and no class. */
function alternatives(pattern: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const [piece] of pattern.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|./g)) {
    if (piece === "(") depth += 1;
    if (piece === ")") depth -= 1;
    if (piece === "|" && depth === 0) parts.push("");
    else parts[parts.length - 1] += piece;
  }
  return parts;
}

it.each([
  ["a group of runs, repeated", "text.match(/(?:[a-z]+)+x/)", 1],
  ["a run that may begin anywhere", String.raw`text.replace(/\s*(ext|x)/, "")`, 1],
  ["a run at the end", 'text.replace(/=+$/, "")', 1],
  ["the second of two", 'text.replace(/^-+|-+$/g, "")', 1],
  ["a run that begins where no run is before it", String.raw`text.replace(/(?<!\s)\s+$/, "")`, 0],
  ["a run from the start of the text", String.raw`/^\s*x/.test(text)`, 0],
  ["a run alone", String.raw`text.split(/[\s,]+/)`, 0],
  ["a division", "const half = all / 2 + rest / 2;", 0],
])("tells %s", (_, text, found) => {
  expect(slowPatterns(text)).toHaveLength(found);
});

it("finds no pattern here whose time grows with the square of a text", () => {
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "app", "lib", "db", "*.ts"], {
    cwd: root,
  })
    .toString()
    .trim()
    .split("\n")
    .filter((file) => /^(app|lib|db|[^/]+$)/.test(file) && /(?<!\.test|\.cases)\.tsx?$/.test(file))
    .filter((file) => !file.includes("/testing/") && fs.existsSync(path.join(root, file)));
  const found = files.flatMap((file) =>
    slowPatterns(fs.readFileSync(path.join(root, file), "utf8")).map((pattern) => `${file}: /${pattern}/`),
  );
  expect(found).toEqual([]);
});
