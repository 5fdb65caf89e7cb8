import "./lib/node-version.mjs";
import { lint, types, unitAndDatabaseTests } from "./lib/checks.mjs";
import { command } from "./lib/command.mjs";
import { ensureDependencies } from "./lib/dependencies.mjs";

await command(async (supervisor) => {
  await ensureDependencies(supervisor);
  await lint(supervisor);
  await types(supervisor);
  await unitAndDatabaseTests(supervisor);
  await supervisor.stop();
});
