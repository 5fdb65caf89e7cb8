import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { ensureBuild } from "./build.mjs";
import { freePort } from "./ports.mjs";
import { inProject } from "./project.mjs";
import { newSecrets } from "./secrets.mjs";
import { embeddedDatabase, localEnvironment, migrate } from "./stack.mjs";
import { step } from "./steps.mjs";

/** Every page, handler and action of the built app, asked by everybody with every kind of id; with the proxy and without. */
export async function isolation(supervisor) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "ringback-isolation-"));
  supervisor.finally(() => fs.rmSync(folder, { recursive: true, force: true }));
  const { superUrl, appUrl, ownerUrl } = await step("Starting a database for the isolation tests", () =>
    embeddedDatabase(supervisor, { throwaway: true }),
  );
  const same = { carrierPort: await freePort(), secrets: newSecrets(), databaseUrl: appUrl };
  // As an installation that serves people: the simulator would show the whole network to anybody. No worker runs, so that
  // no mail is sent.
  const hosted = { SIMULATOR_URL: "", SMTP_URL: "smtp://127.0.0.1:9", SIGN_UP: "open", OPEN_WITHOUT_BILLING: "yes" };
  const environment = (port) => ({ ...localEnvironment({ ...same, port }), ...hosted, NODE_ENV: "production" });
  const env = environment(await freePort());
  const bareEnv = environment(await freePort());
  const carrierEnv = {
    ...env,
    CARRIER_PORT: String(same.carrierPort),
    CARRIER_STATE_FILE: path.join(folder, "carrier.json"),
  };
  const logFile = path.join(folder, "web.log");
  const hear = (line) => fs.appendFileSync(logFile, `${line}\n`);
  await ensureBuild(supervisor, env);
  await step("Starting what they ask", async () => {
    supervisor.start({ name: "network", args: ["--import", "tsx", "carrier/main.ts"], env: carrierEnv });
    await supervisor.answering({ name: "network", url: `${env.TWILIO_API_URL}/control/health`, seconds: 30 });
    await migrate(supervisor, env, ownerUrl);
    serve(supervisor, { name: "asked", project: ".", env, hear });
    serve(supervisor, { name: "bare", project: withoutProxy(path.join(folder, "bare")), env: bareEnv, hear });
    await supervisor.answering({ name: "asked", url: `${env.APP_URL}/api/health`, seconds: 60 });
    await supervisor.answering({ name: "bare", url: `${bareEnv.APP_URL}/api/health`, seconds: 60 });
  });
  console.log("  Isolation tests");
  await supervisor.run({
    name: "matrix",
    args: ["--import", "tsx", "e2e/isolation/main.ts"],
    env: {
      ...env,
      BASE_URL: env.APP_URL,
      BARE_URL: bareEnv.APP_URL,
      WEB_LOG: logFile,
      DATABASE_SUPER_URL: new URL(new URL(ownerUrl).pathname, superUrl).href,
    },
    inherit: true,
    limitMinutes: 20,
  });
}

function serve(supervisor, { name, project, env, hear }) {
  const args = ["node_modules/next/dist/bin/next", "start", project, "-H", "127.0.0.1", "-p", env.PORT];
  supervisor.start({ name, args, env, hear, graceMs: 2_000 });
}

/** The build as it would be without proxy.ts: a copy in which Next's manifest does not name it and its code is not there. */
function withoutProxy(folder) {
  const built = inProject(".next");
  const isNeeded = (file) => !["cache", "dev", "types"].includes(path.relative(built, file).split(path.sep)[0]);
  fs.cpSync(built, path.join(folder, ".next"), { recursive: true, verbatimSymlinks: true, filter: isNeeded });
  for (const file of ["package.json", "next.config.js"]) fs.copyFileSync(inProject(file), path.join(folder, file));
  for (const name of ["node_modules", "public"]) fs.symlinkSync(inProject(name), path.join(folder, name), "junction");
  const server = path.join(folder, ".next/server");
  const manifest = path.join(server, "functions-config-manifest.json");
  const { functions, ...others } = JSON.parse(fs.readFileSync(manifest, "utf8"));
  const { "/_middleware": proxy, ...rest } = functions;
  if (!proxy)
    throw new Error("Next files its proxy elsewhere than it did: find out where, or this test proves nothing");
  fs.writeFileSync(manifest, JSON.stringify({ ...others, functions: rest }));
  fs.rmSync(path.join(server, "middleware.js"));
  return folder;
}
