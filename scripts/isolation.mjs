import "./lib/node-version.mjs";
import { command } from "./lib/command.mjs";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { isolation } from "./lib/isolation.mjs";

await command(async (supervisor) => {
  await ensureDependencies(supervisor);
  await isolation(supervisor);
  await supervisor.stop();
});
