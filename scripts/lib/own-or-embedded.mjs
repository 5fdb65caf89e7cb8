import path from "node:path";
import { isLoopbackUrl } from "./loopback.mjs";
import { portFrom } from "./ports.mjs";
import { stateFolder } from "./project.mjs";
import { localSecrets } from "./secrets.mjs";
import { embeddedDatabase } from "./stack.mjs";

/**
 * The environment as it is when it names a database; else with the embedded PostgreSQL, the address of this machine and a
 * secret made here, where the environment does not say otherwise. It never names a carrier: the local one and its
 * simulator belong to `npm run demo` and `npm run dev`. An installation with a public address has a database of its own,
 * because everybody knows the password of the demo's people.
 */
export async function ownOrEmbedded(supervisor) {
  if (process.env.DATABASE_URL) return process.env;
  const port = portFrom("PORT", 3000);
  const publicUrl = process.env.APP_URL || `http://localhost:${port}`;
  const dataDir = isLoopbackUrl(publicUrl) ? undefined : path.join(stateFolder, "installation");
  const { appUrl, ownerUrl } = await embeddedDatabase(supervisor, { leaveOthers: true, dataDir });
  return {
    ...process.env,
    APP_URL: publicUrl,
    PORT: String(port),
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || localSecrets().NEXTAUTH_SECRET,
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
  };
}
