import fs from "node:fs";
import { Explained } from "./explained.mjs";
import { inProject } from "./project.mjs";

/** Installs the packages of package-lock.json unless they are there already; asks no network when they are. */
export async function ensureDependencies(supervisor, steps) {
  if (isInstalled()) return;
  await steps.time("Installing packages", () =>
    supervisor.run({
      name: "npm",
      ...npm(["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"]),
      env: process.env,
      failure: "The packages could not be installed. The first time needs a connection to the npm registry; then start again.",
    }),
  );
  if (!isInstalled()) throw new Explained("npm ci ended well, but packages are missing. Delete node_modules and start again.");
}

/** npm notes in node_modules what it has put there, so what somebody installed by hand counts as well. */
function isInstalled() {
  try {
    const wanted = JSON.parse(fs.readFileSync(inProject("package-lock.json"), "utf8")).packages;
    const present = JSON.parse(fs.readFileSync(inProject("node_modules/.package-lock.json"), "utf8")).packages;
    return Object.entries(wanted).every(
      ([folder, { version, ...about }]) =>
        folder === "" || present[folder]?.version === version || (about.optional && !isForThisMachine(about)),
    );
  } catch {
    return false;
  }
}

function isForThisMachine({ os, cpu, libc }) {
  if (!os && !cpu) return false;
  const musl = process.platform === "linux" && !process.report.getReport().header.glibcVersionRuntime;
  const allowed = (list, value) => !list || list.includes(value);
  return allowed(os, process.platform) && allowed(cpu, process.arch) && allowed(libc, musl ? "musl" : "glibc");
}

/** npm as the one that started us, where it did; Windows cannot start the other kind without a shell. */
export function npm(args) {
  const started = process.env.npm_execpath;
  return started?.endsWith(".js") ? { args: [started, ...args] } : { command: "npm", args };
}
