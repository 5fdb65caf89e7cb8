import { execFile, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { postgresBinaries } from "@/scripts/lib/postgres-binaries.mjs";
import type { Ground } from "./ground";
import { pgbenchScript } from "./reference-transaction";
import { BODY, FACTS, TRACE } from "./reference-values";
import { POOL } from "./servers";
import { percentile } from "./statistics";
import { callerAt, forwardedBy, voiceParams } from "./twilio-requests";

export type Pgbench = { version: string; run(seconds: number): Promise<PgbenchRound> };
export type PgbenchRound = { transactions: number; perSecond: number; p50: number; p99: number };

/** pgbench as this machine has it, beside the embedded PostgreSQL's programs or on the path; else nothing. */
export function findPgbench(ground: Ground): Pgbench | undefined {
  const beside = path.join(path.dirname(postgresBinaries(path.join(ground.folder, "data")).postgres), "pgbench");
  for (const program of [beside, "pgbench"]) {
    const probe = spawnSync(program, ["--version"], { encoding: "utf8" });
    if (probe.status === 0) return { version: probe.stdout.trim(), run: (seconds) => run(ground, program, seconds) };
  }
  return undefined;
}

/** The reference transaction over and over, by as many connections as the servers have. */
async function run(ground: Ground, program: string, seconds: number): Promise<PgbenchRound> {
  const script = path.join(ground.folder, "reference.sql");
  const log = path.join(ground.folder, "pgbench-log");
  fs.writeFileSync(script, pgbenchScript(ground.tenants.length));
  const { hostname, port, username, password, pathname } = new URL(ground.env.DATABASE_URL ?? "");
  const { stdout } = await promisify(execFile)(
    program,
    [
      ...["-h", hostname, "-p", port, "-U", username, "-n", "-M", "prepared", "-f", script],
      ...["-c", String(POOL), "-j", "1", "-T", String(seconds), "-l", `--log-prefix=${log}`],
      ...Object.entries(variables(ground)).flatMap(([name, value]) => ["-D", `${name}=${value}`]),
      pathname.slice(1),
    ],
    { env: { ...process.env, PGPASSWORD: password } },
  );
  const times = takeTimes(ground.folder);
  const [, perSecond] = /tps = ([\d.]+)/.exec(stdout) ?? [];
  return {
    transactions: times.length,
    perSecond: Number(perSecond),
    p50: percentile(times, 50),
    p99: percentile(times, 99),
  };
}

function variables({ account, tenants }: Ground): Record<string, string> {
  const call = callerAt(0, tenants);
  const params = voiceParams(call, account, { CallStatus: "ringing", ...forwardedBy(call.to) });
  return {
    n: "0",
    params: JSON.stringify(Object.fromEntries(params)),
    trace: JSON.stringify(TRACE),
    facts: JSON.stringify(FACTS),
    body: BODY,
  };
}

/** Milliseconds of each transaction; the third word of a line of pgbench's log is its microseconds. */
function takeTimes(folder: string): number[] {
  const files = fs.readdirSync(folder).filter((name) => name.startsWith("pgbench-log"));
  return files.flatMap((name) => {
    const file = path.join(folder, name);
    const lines = fs.readFileSync(file, "utf8").trim().split("\n");
    fs.rmSync(file);
    return lines.map((line) => Number(line.split(" ")[2]) / 1_000);
  });
}
