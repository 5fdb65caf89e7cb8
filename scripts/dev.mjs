import "./lib/node-version.mjs";
import { runEverything } from "./lib/demo-stack.mjs";

await runEverything({ name: "dev", watch: true });
