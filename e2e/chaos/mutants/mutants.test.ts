import { expect, it } from "vitest";
import { projectRoot } from "../cluster/bundle";
import { movedAnchors } from "./copy-project";
import { MUTANTS } from "./mutants";

it.each(MUTANTS.map((mutant) => [mutant.name, mutant] as const))("finds what the mutant %s takes away", (_, mutant) => {
  expect(movedAnchors(projectRoot, mutant.replacements)).toEqual([]);
});
