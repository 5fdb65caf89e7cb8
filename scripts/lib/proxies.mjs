import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { ensureBuild } from "./build.mjs";
import { freePort } from "./ports.mjs";
import { newSecrets } from "./secrets.mjs";
import { embeddedDatabase, localEnvironment, migrate } from "./stack.mjs";
import { step } from "./steps.mjs";

const runs = (program, args) => spawnSync(program, args, { stdio: "ignore" }).status === 0;

/** Those of the proxies we have configuration files for that can be run here. */
export function proxiesHere() {
  if (!runs("openssl", ["version"])) return [];
  const found = { caddy: runs("caddy", ["version"]), nginx: runs("nginx", ["-v"]) };
  return Object.keys(found).filter((name) => found[name]);
}

/** The built app behind each proxy as deploy/ configures it: TLS, HTTP/2, sign-in, webhooks, events, limits. */
export async function proxies(supervisor) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "ringback-proxies-"));
  supervisor.finally(() => fs.rmSync(folder, { recursive: true, force: true }));
  const { superUrl, appUrl, ownerUrl } = await step("Starting a database for the proxies", () =>
    embeddedDatabase(supervisor, { throwaway: true }),
  );
  const ports = { port: await freePort(), carrierPort: await freePort() };
  const local = {
    ...localEnvironment({ ...ports, secrets: newSecrets(), databaseUrl: appUrl }),
    NODE_ENV: "production",
  };
  const publicUrl = `https://ringback.test:${await freePort()}`;
  const env = { ...local, APP_URL: publicUrl, NEXTAUTH_URL: publicUrl, SIMULATOR_URL: "", TRUSTED_PROXY_HOPS: "1" };
  await ensureBuild(supervisor, env);
  await step("Starting what stands behind them", async () => {
    const state = { CARRIER_PORT: String(ports.carrierPort), CARRIER_STATE_FILE: path.join(folder, "carrier.json") };
    supervisor.start({ name: "telephone", args: ["--import", "tsx", "carrier/main.ts"], env: { ...local, ...state } });
    await supervisor.answering({ name: "telephone", url: `${local.TWILIO_API_URL}/control/health`, seconds: 30 });
    await migrate(supervisor, local, ownerUrl);
    await supervisor.run({
      name: "seed",
      args: ["--import", "tsx", "scripts/seed.ts"],
      env: { ...local, DATABASE_OWNER_URL: ownerUrl },
    });
    const args = ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", local.PORT];
    supervisor.start({ name: "behind", args, env, graceMs: 2_000 });
    await supervisor.answering({ name: "behind", url: `${local.APP_URL}/api/health`, seconds: 60 });
  });
  console.log("  Through each proxy");
  await supervisor.run({
    name: "proxies",
    args: ["--import", "tsx", "e2e/proxies/main.ts", ...proxiesHere()],
    env: {
      ...env,
      PROXY_FOLDER: folder,
      DATABASE_SUPER_URL: new URL(new URL(ownerUrl).pathname, superUrl).href,
    },
    inherit: true,
    limitMinutes: 10,
  });
}
