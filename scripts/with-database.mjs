import "./lib/node-version.mjs";
import { command } from "./lib/command.mjs";
import { loadDotenv } from "./lib/dotenv.mjs";
import { Explained } from "./lib/explained.mjs";
import { ownOrEmbedded } from "./lib/own-or-embedded.mjs";

await command(async (supervisor) => {
  const [file, ...rest] = process.argv.slice(2);
  if (!file) throw new Explained("Say which script to run: node scripts/with-database.mjs scripts/migrate.ts");
  loadDotenv();
  const env = await ownOrEmbedded(supervisor);
  const args = ["--import", "tsx", file, ...rest];
  await supervisor.run({ name: file, args, env, inherit: true, graceMs: 10_000 });
  await supervisor.stop();
  process.exit(0);
});
