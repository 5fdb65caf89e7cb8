import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres from "postgres";
import { startPostgres } from "@/scripts/embedded-postgres.mjs";
import { freePort } from "@/scripts/lib/ports.mjs";
import { newSecrets } from "@/scripts/lib/secrets.mjs";
import { localEnvironment, migrate } from "@/scripts/lib/stack.mjs";
import { step } from "@/scripts/lib/steps.mjs";
import type { createSupervisor } from "@/scripts/lib/supervisor.mjs";
import { makeTenants, type Tenant } from "./tenants";
import type { Account } from "./twilio-requests";

export type Supervisor = ReturnType<typeof createSupervisor>;

/** What every part of the bench stands on: one database as an installation has it, and the app's environment. */
export type Ground = {
  supervisor: Supervisor;
  /** A superuser's, whom row-level security does not hold back: for making, emptying and counting. */
  sql: postgres.Sql;
  env: Record<string, string | undefined>;
  appUrl: string;
  ownerUrl: string;
  account: Account;
  tenants: Tenant[];
  postgresPid: number;
  pidOf(name: string): number;
  /** For files of the bench's own; goes at the end. */
  folder: string;
};

const TENANTS = 50;

export async function layGround(supervisor: Supervisor): Promise<Ground> {
  const pids = new Map<string, number>();
  supervisor.recordWith((children) => {
    for (const { name, pid } of children) pids.set(name, pid);
  });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "ringback-bench-"));
  fs.chmodSync(folder, 0o755);
  supervisor.finally(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  // Not a throwaway one, which forgets in a power cut and is faster for it.
  const server = await step("Starting a database that keeps its word", () =>
    startPostgres({ dataDir: path.join(folder, "data") }),
  );
  supervisor.add({ name: "postgres", pid: server.pid, stop: server.stop });
  const secrets = newSecrets();
  const ports = { port: await freePort(), carrierPort: await freePort() };
  const env = {
    ...localEnvironment({ ...ports, secrets, databaseUrl: server.appUrl }),
    NODE_ENV: "production",
  };
  await step("Making its tables", () => migrate(supervisor, env, server.ownerUrl));
  const inside = new URL(server.superUrl);
  inside.pathname = new URL(server.appUrl).pathname;
  const sql = postgres(inside.href, { max: 2, onnotice: () => {} });
  supervisor.add({ name: "counting", pid: 0, stop: () => sql.end({ timeout: 1 }) });
  return {
    supervisor,
    sql,
    env,
    folder,
    appUrl: env.APP_URL,
    ownerUrl: server.ownerUrl,
    account: { appUrl: env.APP_URL, accountSid: secrets.TWILIO_ACCOUNT_SID, token: secrets.TWILIO_AUTH_TOKEN },
    tenants: await makeTenants(sql, TENANTS),
    postgresPid: server.pid,
    pidOf: (name) => pids.get(name) ?? 0,
  };
}
