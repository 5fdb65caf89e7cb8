import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { projectRoot } from "../cluster/bundle";

/** A piece of source that must be there exactly once, and what to write in its place. */
export type Replacement = { file: string; anchor: string; instead: string };

/** Copies the project's sources, new ones included. The packages stay the project's own. */
export function copyProject(folder: string): void {
  const listed = execFileSync("git", ["ls-files", "-coz", "--exclude-standard"], {
    cwd: projectRoot,
    encoding: "utf8",
  });
  for (const file of listed.split("\0").filter((name) => name && fs.existsSync(path.join(projectRoot, name)))) {
    fs.cpSync(path.join(projectRoot, file), path.join(folder, file));
  }
  linkPackages(folder);
}

/** Copies a copy, with these pieces of it replaced. */
export function mutate(copy: string, folder: string, replacements: readonly Replacement[]): void {
  const left = [".ringback", "node_modules"].map((name) => path.join(copy, name));
  fs.cpSync(copy, folder, { recursive: true, filter: (file) => !left.includes(file) });
  linkPackages(folder);
  for (const { file, anchor, instead } of replacements) {
    const target = path.join(folder, file);
    fs.writeFileSync(
      target,
      fs.readFileSync(target, "utf8").replace(anchor, () => instead),
    );
  }
}

/** What stands in the way of a mutation: in words, one for each anchor that is not there exactly once. */
export function movedAnchors(copy: string, replacements: readonly Replacement[]): string[] {
  return replacements.flatMap(({ file, anchor }) => {
    const target = path.join(copy, file);
    const text = fs.existsSync(target) ? fs.readFileSync(target, "utf8") : "";
    const times = text.split(anchor).length - 1;
    return times === 1 ? [] : [`${file} has ${times} times, not once: ${anchor}`];
  });
}

function linkPackages(folder: string): void {
  fs.symlinkSync(path.join(projectRoot, "node_modules"), path.join(folder, "node_modules"), "dir");
}
