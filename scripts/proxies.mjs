import "./lib/node-version.mjs";
import { command } from "./lib/command.mjs";
import { Explained } from "./lib/explained.mjs";
import { proxies, proxiesHere } from "./lib/proxies.mjs";

await command(async (supervisor) => {
  if (proxiesHere().length === 0)
    throw new Explained("Install Caddy or nginx first (Debian: apt-get install caddy nginx).");
  await proxies(supervisor);
  await supervisor.stop();
  process.exit(0);
});
