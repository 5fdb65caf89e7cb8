import fs from "node:fs";
import path from "node:path";
import { runScenario } from "../run-scenario";
import { SCENARIOS } from "../scenarios/all";
import { frozenBeforeRequest } from "./scenarios/frozen-before-request";
import { knownCallers } from "./scenarios/known-callers";

/** One scenario in a process of its own: the app's code in it reads its environment once. */
const [name, seed = "1", scale = "1", folder = ""] = process.argv.slice(2);
const scenario = [...SCENARIOS, frozenBeforeRequest, knownCallers].find((one) => one.name === name);
if (!scenario || !folder) throw new Error(`There is no scenario ${name}, or it has no folder`);
const outcome = await runScenario({ scenario, seed, scale: Number(scale), folder });
fs.writeFileSync(path.join(folder, "outcome.json"), JSON.stringify(outcome, null, 2));
process.exit(outcome.passed ? 0 : 1);
