import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { explainRefusal } from "./explain-delivery";
import { REASON_WORDS } from "./explain-reasons";
import type { Remedy } from "./explain-words";

const pages = path.join(import.meta.dirname, "../../app/w/[workspace]");
const CARRIER_CODES = Array.from({ length: 100_000 }, (_, code) => code);

const all: Remedy[] = [
  ...Object.values(REASON_WORDS).flatMap(({ remedies }) => remedies),
  ...CARRIER_CODES.flatMap((code) => explainRefusal(code).remedies),
];
const targets = [...new Set(all.flatMap((remedy) => (remedy.kind === "link" ? [remedy.to] : [])))];

/** The page of an address below a workspace's, and everything written in its folder. */
function read(to: string): { page: boolean; sources: string } {
  const folder = path.join(pages, to.split("#")[0] ?? "");
  const files = fs.readdirSync(folder).filter((name) => name.endsWith(".tsx"));
  const sources = files.map((name) => fs.readFileSync(path.join(folder, name), "utf8")).join("\n");
  return { page: files.includes("page.tsx"), sources };
}

/** Written out, or the name of a list that a card takes as its id. */
function hasAnchor(sources: string, anchor: string): boolean {
  return sources.includes(`id="${anchor}"`) || (sources.includes("id={kind}") && sources.includes(`kind="${anchor}"`));
}

describe("a remedy that is a link", () => {
  it("is found among the reasons and the refusals", () => {
    expect(targets).toEqual(expect.arrayContaining(["/recovery#workspace", "/phone#forwarding", "/recovery#text"]));
  });

  it.each(targets)("leads somewhere: %s", (to) => {
    const { page, sources } = read(to);
    expect(page, "a page").toBe(true);
    const anchor = to.split("#")[1];
    if (anchor) expect(hasAnchor(sources, anchor), "a section of that name").toBe(true);
  });
});
