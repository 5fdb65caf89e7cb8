import { portFrom } from "./ports.mjs";
import { localSecrets } from "./secrets.mjs";
import { embeddedDatabase, localEnvironment } from "./stack.mjs";

/**
 * The environment as it is when it names a database; else the embedded PostgreSQL with what else the app needs on this
 * machine, where the environment does not say otherwise.
 */
export async function ownOrEmbedded(supervisor) {
  if (process.env.DATABASE_URL) return process.env;
  const { appUrl, ownerUrl } = await embeddedDatabase(supervisor, { leaveOthers: true });
  const ports = { port: portFrom("PORT", 3000), carrierPort: portFrom("CARRIER_PORT", 4000) };
  const local = localEnvironment({ ...ports, secrets: localSecrets() });
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  return { ...local, ...given, DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl };
}
