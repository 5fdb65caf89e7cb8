import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Explained } from "./explained.mjs";
import { step } from "./steps.mjs";

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The program to drive: CHROMIUM_PATH, else Playwright's own (then undefined), else the system's, else null. */
export function findBrowser() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const { chromium } = createRequire(import.meta.url)("playwright");
  if (existsSync(chromium.executablePath())) return undefined;
  return usual.find((file) => existsSync(file)) ?? null;
}

/** Finds a browser or brings one. @throws {Explained} when neither works */
export async function ensureBrowser(supervisor) {
  if (findBrowser() !== null) return;
  await step("Installing a browser", async () => {
    if (canInstallPackages()) await install(supervisor, "apt-get", aptSteps);
    else await install(supervisor, process.execPath, [["node_modules/playwright/cli.js", "install", "chromium"]]);
  });
  if (findBrowser() === null) {
    throw new Explained(
      "The end-to-end tests need a browser and none could be installed. Install Chromium or Chrome " +
        "(Debian: apt-get install chromium), or set CHROMIUM_PATH to one.",
    );
  }
}

const aptSteps = [
  ["update", "-qq"],
  ["install", "-y", "-qq", "--no-install-recommends", "chromium"],
];

async function install(supervisor, command, steps) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    for (const args of steps) await supervisor.run({ name: "browser", command, args, env, limitMinutes: 5 });
  } catch (error) {
    if (!(error instanceof Explained)) throw error;
    // What follows says what to do about it.
  }
}

/** Only on Debian: elsewhere the package of that name is missing or an empty shell around a snap. */
function canInstallPackages() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  return existsSync("/etc/os-release") && /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
}
