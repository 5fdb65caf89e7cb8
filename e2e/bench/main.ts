import fs from "node:fs";
import { command } from "@/scripts/lib/command.mjs";
import { layGround } from "./ground";
import { benchLatency, type Latency } from "./latency/bench-latency";
import { readOptions } from "./options";
import { benchPages, type PageTimes } from "./pages/bench-pages";
import { pageBars, pagesTable } from "./pages/pages-report";
import { type Bar, barsTable, latencyBars, latencyTable, ratiosOf, throughputTable } from "./report";
import { benchThroughput, type Throughput } from "./throughput";

type Results = { throughput?: Throughput; latency?: Latency; pages?: PageTimes[]; bars: Bar[] };

/** How fast the core is, as ratios and times: one database for all of it. Fails when a bar is missed in a full run. */
await command(async (supervisor) => {
  const options = readOptions(process.argv.slice(2));
  const results: Results = { bars: [] };
  const ground = await layGround(supervisor);
  if (options.parts.includes("throughput")) {
    console.log(`\nThroughput: misses from new callers, 16 under way at a time`);
    results.throughput = await benchThroughput(ground, options);
    results.bars.push(...ratiosOf(results.throughput));
    console.log(`\n${throughputTable(results.throughput)}\n`);
  }
  if (options.parts.includes("latency")) {
    console.log("\nLatency: everything running, 20 missed calls a second");
    results.latency = await benchLatency(ground, options);
    results.bars.push(...latencyBars(results.latency));
    console.log(`\n${latencyTable(results.latency)}\n`);
  }
  if (options.parts.includes("pages")) {
    console.log("\nPages: whole pages of the built app, by the calls in a workspace");
    results.pages = await benchPages(ground, options);
    results.bars.push(...pageBars(results.pages));
    console.log(`\n${pagesTable(results.pages)}\n`);
  }
  console.log(barsTable(results.bars));
  if (options.json) fs.writeFileSync(options.json, `${JSON.stringify(results, null, 2)}\n`);
  await supervisor.stop();
  process.exit(!options.quick && results.bars.some(({ held }) => held === false) ? 1 : 0);
});
