import "./lib/node-version.mjs";
import { isBuilt } from "./lib/build.mjs";
import { command } from "./lib/command.mjs";
import { loadDotenv } from "./lib/dotenv.mjs";
import { Explained } from "./lib/explained.mjs";
import { hostFrom } from "./lib/loopback.mjs";
import { ownOrEmbedded } from "./lib/own-or-embedded.mjs";
import { portFrom, requireFreePort } from "./lib/ports.mjs";
import { migrate } from "./lib/stack.mjs";

await command(async (supervisor) => {
  loadDotenv();
  if (!isBuilt()) throw new Explained("There is no build to serve yet. Run: npm run build");
  const port = portFrom("PORT", 3000);
  const host = hostFrom("HOST");
  await requireFreePort({ port, what: "the app", instead: `PORT=${port + 1} npm start` });
  const embedded = !process.env.DATABASE_URL;
  const env = { ...(await ownOrEmbedded(supervisor)), NODE_ENV: "production" };
  if (embedded) await migrate(supervisor, env, env.DATABASE_OWNER_URL);
  const args = ["node_modules/next/dist/bin/next", "start", "-H", host, "-p", String(port)];
  // The web needs no right to change tables, so it is not given any.
  supervisor.start({ name: "web", args, env: { ...env, DATABASE_OWNER_URL: "" }, inherit: true, graceMs: 10_000 });
});
