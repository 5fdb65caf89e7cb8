import fs from "node:fs";
import { inProject } from "./project.mjs";
import { step } from "./steps.mjs";

/** Installs the packages of package-lock.json unless they are there already; asks no network when they are. */
export async function ensureDependencies(supervisor) {
  if (isInstalled()) return;
  await step("Installing packages", () =>
    supervisor.run({
      name: "npm",
      ...npm(["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"]),
      env: process.env,
      failure:
        "The packages could not be installed. The first time needs a connection to the npm registry; then start again.",
    }),
  );
}

/** npm notes in node_modules what it has put there, so what somebody installed by hand counts as well. */
function isInstalled() {
  try {
    const wanted = JSON.parse(fs.readFileSync(inProject("package-lock.json"), "utf8")).packages;
    const present = JSON.parse(fs.readFileSync(inProject("node_modules/.package-lock.json"), "utf8")).packages;
    return Object.entries(wanted).every(
      ([folder, { version, optional }]) => folder === "" || optional || present[folder]?.version === version,
    );
  } catch {
    return false;
  }
}

/** npm as the one that started us, where it did; Windows cannot start the other kind without a shell. */
function npm(args) {
  const started = process.env.npm_execpath;
  return started?.endsWith(".js") ? { args: [started, ...args] } : { command: "npm", args };
}
