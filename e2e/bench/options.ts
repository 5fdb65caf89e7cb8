import path from "node:path";
import { parseArgs } from "node:util";
import { Explained } from "@/scripts/lib/explained.mjs";

export const PARTS = ["throughput", "latency", "pages"] as const;
export type Part = (typeof PARTS)[number];

export const VARIANTS = ["a", "b", "c", "d"] as const;
export type Variant = (typeof VARIANTS)[number];

export type Options = {
  parts: Part[];
  only: Variant[];
  quick: boolean;
  /** The folder for profiles of the servers (b) and (c). */
  profiles: string | undefined;
  json: string | undefined;
};

/** @throws when a word is not one of those there are */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      part: { type: "string", multiple: true },
      only: { type: "string" },
      quick: { type: "boolean", default: false },
      "cpu-prof": { type: "string" },
      json: { type: "string" },
    },
  });
  return {
    parts: chosen("--part", values.part?.join(","), PARTS),
    only: chosen("--only", values.only, VARIANTS),
    quick: values.quick,
    profiles: values["cpu-prof"] && path.resolve(values["cpu-prof"]),
    json: values.json && path.resolve(values.json),
  };
}

function chosen<Word extends string>(option: string, given: string | undefined, words: readonly Word[]): Word[] {
  if (given === undefined) return [...words];
  const wanted = given.split(",").map((word) => word.trim());
  const unknown = wanted.find((word) => !words.some((known) => known === word));
  if (unknown !== undefined) throw new Explained(`${option} knows ${words.join(", ")}, and not "${unknown}".`);
  return words.filter((word) => wanted.includes(word));
}
