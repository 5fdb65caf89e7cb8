import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { freePort } from "./ports.mjs";
import { newSecrets } from "./secrets.mjs";
import { demoEnvironment, embeddedDatabase, startStack } from "./stack.mjs";
import { step } from "./steps.mjs";

/** Everything, built and running on free ports over a throwaway database with the demo in it; then the browser tests. */
export async function endToEnd(supervisor, reportFile) {
  const { appUrl, ownerUrl } = await step("Starting the database", () =>
    embeddedDatabase(supervisor, { throwaway: true }),
  );
  const ports = { port: await freePort(), carrierPort: await freePort() };
  const env = demoEnvironment({ ...ports, secrets: newSecrets(), databaseUrl: appUrl });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "ringback-carrier-"));
  supervisor.finally(() => fs.rmSync(folder, { recursive: true, force: true }));
  await startStack({ supervisor, env, ownerUrl, carrierState: path.join(folder, "carrier.json") });
  await step("End-to-end tests", () =>
    supervisor.run({
      name: "e2e",
      args: ["node_modules/playwright/cli.js", "test", "--reporter=list,json"],
      env: {
        ...env,
        BASE_URL: env.APP_URL,
        CARRIER_URL: env.TWILIO_API_URL,
        DATABASE_OWNER_URL: ownerUrl,
        PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile,
      },
      limitMinutes: 25,
    }),
  );
}
