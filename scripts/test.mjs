import "./lib/node-version.mjs";
import fs from "node:fs";
import path from "node:path";
import { ensureBrowser } from "./lib/browser.mjs";
import { chaosSmoke } from "./lib/chaos-smoke.mjs";
import { lint, types, unitAndDatabaseTests } from "./lib/checks.mjs";
import { command } from "./lib/command.mjs";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { endToEnd } from "./lib/end-to-end.mjs";
import { Explained } from "./lib/explained.mjs";
import { isolation } from "./lib/isolation.mjs";
import { stateFolder } from "./lib/project.mjs";
import { proxies, proxiesHere } from "./lib/proxies.mjs";
import { claimFolder } from "./lib/running.mjs";
import { secondsSoFar } from "./lib/steps.mjs";

const total = { passed: 0, failed: 0, skipped: 0 };
const results = path.join(stateFolder, "results");

await command(
  async (supervisor) => {
    await claimFolder(supervisor, { name: "test", url: "npm test" });
    fs.rmSync(results, { recursive: true, force: true });
    await ensureDependencies(supervisor);
    await counted(() => lint(supervisor));
    await counted(() => types(supervisor));
    const vitest = path.join(results, "vitest.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${vitest}`];
    await counted(
      () => unitAndDatabaseTests(supervisor, reporters),
      () => countsOfVitest(vitest),
    );
    const playwright = path.join(results, "playwright.json");
    await counted(
      async () => {
        await ensureBrowser(supervisor);
        await endToEnd(supervisor, playwright);
      },
      () => countsOfPlaywright(playwright),
    );
    // The minute of chaos is mostly waiting, for leases to end and doubts to settle.
    await Promise.all([counted(() => chaosSmoke(supervisor)), counted(() => isolation(supervisor))]);
    if (proxiesHere().length > 0) await counted(() => proxies(supervisor));
    else console.log("  Neither Caddy nor nginx is installed here: nothing was asked through a proxy");
    await supervisor.stop();
    console.log(`\nTook ${secondsSoFar()} s`);
    if (total.skipped > 0) console.log(`${total.skipped} skipped`);
    console.log(`${total.passed} passed, ${total.failed} failed`);
    process.exit(total.failed > 0 ? 1 : 0);
  },
  {
    onDeath: () => {
      total.failed += 1;
    },
  },
);

/** Adds the tests of a stage, or the stage itself where it has none or ended before it could count. */
async function counted(stage, counts = () => undefined) {
  let ended = { passed: 1, failed: 0 };
  try {
    await stage();
  } catch (error) {
    console.error(error instanceof Explained ? error.message : error);
    ended = { passed: 0, failed: 1 };
  }
  const tests = counts();
  total.skipped += tests?.skipped ?? 0;
  total.passed += tests?.passed ?? (tests ? 0 : ended.passed);
  total.failed += tests ? Math.max(tests.failed, ended.failed) : ended.failed;
}

function countsOfVitest(file) {
  const report = reportIn(file);
  return (
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  );
}

function countsOfPlaywright(file) {
  const stats = reportIn(file)?.stats;
  return stats && { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

function reportIn(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : undefined;
}
