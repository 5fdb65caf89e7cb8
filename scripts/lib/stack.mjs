import path from "node:path";
import { ensureBuild } from "./build.mjs";
import { Explained } from "./explained.mjs";
import { stateFolder } from "./project.mjs";
import { step } from "./steps.mjs";

const next = "node_modules/next/dist/bin/next";
const script = (file) => ["--import", "tsx", file];

/**
 * The app's whole environment when its telephone network is the local carrier. The empty ones keep a .env file, which
 * Next reads by itself, from bringing a real mail server or other rights into it.
 */
export function localEnvironment({ port, carrierPort, secrets, databaseUrl = process.env.DATABASE_URL }) {
  const appUrl = `http://localhost:${port}`;
  const carrierUrl = `http://localhost:${carrierPort}`;
  return {
    ...process.env,
    ...secrets,
    APP_URL: appUrl,
    PORT: String(port),
    NEXTAUTH_URL: appUrl,
    DATABASE_URL: databaseUrl,
    DATABASE_OWNER_URL: "",
    TWILIO_AUTH_TOKEN_PREVIOUS: "",
    TWILIO_API_URL: carrierUrl,
    SIMULATOR_URL: carrierUrl,
    SMTP_URL: "",
    SIGN_UP: "",
    OPEN_WITHOUT_BILLING: "",
    TRUSTED_PROXY_HOPS: "",
    GOOGLE_CLIENT_ID: "",
    GOOGLE_CLIENT_SECRET: "",
    METRICS_TOKEN: "",
  };
}

/** The same where anybody may sign up: the simulator's mailbox stands for the mail server. */
export function demoEnvironment(options) {
  return { ...localEnvironment(options), SIGN_UP: "open", OPEN_WITHOUT_BILLING: "yes" };
}

/**
 * The environment's own two addresses, or those of the embedded PostgreSQL, which is then the supervisor's to stop.
 * @throws {Explained} when only one of the two is given
 */
export async function database(supervisor) {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = process.env;
  if (appUrl && ownerUrl) return { appUrl, ownerUrl };
  if (appUrl || ownerUrl) {
    throw new Explained(
      "Set both DATABASE_URL and DATABASE_OWNER_URL, or neither to use the PostgreSQL that comes with Ringback.",
    );
  }
  return embeddedDatabase(supervisor);
}

/**
 * Starts it, or takes over one that runs already, and gives it to the supervisor to stop.
 * @param {object} [options] startPostgres's, and:
 * @param {boolean} [options.leaveOthers] stop only one that was started here, for a short command beside the app
 */
export async function embeddedDatabase(supervisor, { leaveOthers = false, ...options } = {}) {
  // Not before: this needs the packages, which may have been installed a moment ago.
  const { startPostgres } = await import("../embedded-postgres.mjs");
  const server = await startPostgres(options);
  if (!server.reused || !leaveOthers) supervisor.add({ name: "postgres", pid: server.pid, stop: server.stop });
  return server;
}

export const migrate = (supervisor, env, ownerUrl) =>
  supervisor.run({
    name: "migrate",
    args: script("scripts/migrate.ts"),
    env: { ...env, DATABASE_OWNER_URL: ownerUrl },
    failure: "The database could not be brought up to date; the reason stands above.",
  });

/**
 * Starts carrier, worker and web on a database that is already there, and returns when all of it answers.
 * @param {object} options
 * @param {ReturnType<import("./supervisor.mjs").createSupervisor>} options.supervisor
 * @param {Record<string, string | undefined>} options.env from localEnvironment
 * @param {string} options.ownerUrl for migrations and seed alone
 * @param {string} [options.carrierState] the file the carrier remembers in
 * @param {boolean} [options.watch] development: rebuild at every change
 */
export async function startStack({ supervisor, env, ownerUrl, carrierState, watch = false }) {
  const mode = { ...env, NODE_ENV: watch ? "development" : "production" };
  const carrierPort = new URL(env.TWILIO_API_URL).port;
  const carrierEnv = {
    ...mode,
    CARRIER_PORT: carrierPort,
    CARRIER_STATE_FILE: carrierState ?? path.join(stateFolder, "carrier.json"),
  };

  await step("Starting the local carrier", async () => {
    supervisor.start({ name: "carrier", args: script("carrier/main.ts"), env: carrierEnv });
    await supervisor.answering({ name: "carrier", url: `${env.TWILIO_API_URL}/control/health`, seconds: 30 });
  });
  if (!watch) await ensureBuild(supervisor, mode);
  await step("Bringing the database up to date", () => migrate(supervisor, mode, ownerUrl));
  await step("Filling an empty database with a demo", () =>
    supervisor.run({
      name: "seed",
      args: script("scripts/seed.ts"),
      env: { ...mode, DATABASE_OWNER_URL: ownerUrl },
      failure: "The demo could not be filled in; the reason stands above.",
    }),
  );
  await step("Starting web and worker", async () => {
    const worker = watch ? ["--watch", ...script("scripts/worker.ts")] : script("scripts/worker.ts");
    supervisor.start({ name: "worker", args: worker, env: mode, graceMs: 4_000 });
    const web = [next, watch ? "dev" : "start", "-H", "127.0.0.1", "-p", env.PORT];
    supervisor.start({ name: "web", args: web, env: mode, graceMs: 2_000 });
    await supervisor.answering({ name: "web", url: `${env.APP_URL}/api/health`, seconds: watch ? 120 : 60 });
  });
}
