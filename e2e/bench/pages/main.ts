import { command } from "@/scripts/lib/command.mjs";
import { layGround } from "../ground";
import { benchPages } from "./bench-pages";
import { pagesTable } from "./pages-report";

/** The pages alone; `--quick` for small workspaces. */
await command(async (supervisor) => {
  const pages = await benchPages(await layGround(supervisor), { quick: process.argv.includes("--quick") });
  console.log(`\n${pagesTable(pages)}\n`);
  await supervisor.stop();
  process.exit(0);
});
