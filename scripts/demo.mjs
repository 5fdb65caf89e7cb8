import "./lib/node-version.mjs";
import { runEverything } from "./lib/demo-stack.mjs";

await runEverything({ name: "demo", watch: false });
