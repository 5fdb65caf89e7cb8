import { openCarrier } from "./carrier";
import { ACTIONS } from "./coverage-actions";
import { ROUTES } from "./coverage-routes";
import { openDatabase } from "./database";
import { findBuilt, findWritten, whatIsMissing } from "./discover";
import { scanLogs } from "./log-canaries";
import { type Outcome, runMatrix } from "./matrix";

const MOST_SHOWN = 40;

/**
 * Asks the app as it is, and beside it the same without its proxy, for everything it has, as everybody, with every kind
 * of id; then looks through what it wrote. Reads BASE_URL, BARE_URL (the same build without the proxy), WEB_LOG (of both),
 * DATABASE_SUPER_URL and the environment of the app.
 */
async function main(): Promise<number> {
  const found = findBuilt(process.cwd());
  const covered = { routes: Object.keys(ROUTES), actions: Object.keys(ACTIONS) };
  const missing = whatIsMissing(found, findWritten(process.cwd()), covered);
  if (missing.length > 0) {
    console.error(missing.join("\n"));
    return 1;
  }
  const database = openDatabase(variable("DATABASE_SUPER_URL"));
  const carrier = openCarrier({
    url: variable("TWILIO_API_URL"),
    sid: variable("TWILIO_ACCOUNT_SID"),
    token: variable("TWILIO_AUTH_TOKEN"),
  });
  const tried = await Promise.all([
    tryOne("with the proxy", { base: variable("BASE_URL"), hasProxy: true, database, carrier, found }),
    tryOne("without the proxy", { base: variable("BARE_URL"), hasProxy: false, database, carrier, found }),
  ]);
  const log = await scanLogs({
    ...{ base: variable("BASE_URL"), logFile: variable("WEB_LOG"), database, carrier, found },
    secrets: {
      "the carrier's token": variable("TWILIO_AUTH_TOKEN"),
      "the session secret": variable("NEXTAUTH_SECRET"),
      "the database password": new URL(variable("DATABASE_URL")).password,
    },
  });
  await database.close();
  const sum = (key: "cells" | "bytes" | "foreign") => tried.reduce((all, one) => all + one[key], 0);
  console.log(
    `  ${found.routes.length} routes, ${found.actions.length} actions, ${sum("cells")} cells, ` +
      `${sum("bytes")} bytes scanned, ${sum("foreign")} of another workspace's markers found`,
  );
  console.log(`  ${log.canaries} canaries looked for in ${log.lines} lines of the web's log`);
  const problems = [...tried.flatMap((one) => one.problems), ...log.problems];
  if (problems.length === 0) return 0;
  console.error(problems.slice(0, MOST_SHOWN).join("\n"));
  if (problems.length > MOST_SHOWN) console.error(`and ${problems.length - MOST_SHOWN} more`);
  return 1;
}

type Trying = Parameters<typeof runMatrix>[1] & { base: string; hasProxy: boolean };

async function tryOne(name: string, { base, hasProxy, ...setting }: Trying): Promise<Outcome> {
  if ((await answersThroughProxy(base)) !== hasProxy) {
    return { cells: 0, bytes: 0, foreign: 0, problems: [`${base} was to be the app ${name}, and is not`] };
  }
  const from = performance.now();
  const outcome = await runMatrix(base, setting);
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  console.log(`  ${name}: ${outcome.cells} cells, ${outcome.bytes} bytes, ${outcome.foreign} foreign, ${seconds} s`);
  return { ...outcome, problems: outcome.problems.map((problem) => `${name}: ${problem}`) };
}

/** The proxy writes a policy with a nonce for every page; nothing else does. */
async function answersThroughProxy(base: string): Promise<boolean> {
  const policy = (await fetch(`${base}/sign-in`)).headers.get("content-security-policy");
  return policy?.includes("'nonce-") ?? false;
}

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

process.exitCode = await main();
