import { command } from "./command.mjs";
import { ensureDependencies } from "./dependencies.mjs";
import { portFrom, requireFreePort } from "./ports.mjs";
import { claimFolder } from "./running.mjs";
import { localSecrets } from "./secrets.mjs";
import { database, demoEnvironment, startStack } from "./stack.mjs";
import { secondsSoFar, step } from "./steps.mjs";

/** Everything on this machine, from nothing installed to a page that answers; keeps running until Ctrl-C. */
export const runEverything = ({ name, watch }) =>
  command(async (supervisor) => {
    const port = portFrom("PORT", 3000);
    const carrierPort = portFrom("CARRIER_PORT", 4000);
    console.log(`\nRingback (${name})\n`);
    await claimFolder(supervisor, { name: "local", url: `http://localhost:${port}` });
    await requireFreePort({ port, what: "the app", instead: `PORT=${port + 1} npm run ${name}` });
    const elsewhere = `CARRIER_PORT=${carrierPort + 1} npm run ${name}`;
    await requireFreePort({ port: carrierPort, what: "the local carrier", instead: elsewhere });

    await ensureDependencies(supervisor);
    const { appUrl, ownerUrl } = await step("Starting the database", () => database(supervisor));
    const env = demoEnvironment({ port, carrierPort, secrets: localSecrets(), databaseUrl: appUrl });
    await startStack({ supervisor, env, ownerUrl, watch });

    console.log(`
  Ringback       ${env.APP_URL}
  Two phones     ${env.APP_URL}/simulator
  Sign in as     dana@alderandsons.example, password ringback-demo

  Ready after ${secondsSoFar()} s. Press Ctrl-C to stop.
`);
    supervisor.speak();
  });
