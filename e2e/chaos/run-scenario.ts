import fs from "node:fs";
import path from "node:path";
import { check } from "./check/check";
import { Cluster } from "./cluster/cluster";
import { LedgerReader } from "./cluster/ledger-reader";
import { writeEvidence } from "./evidence-files";
import { readExport, watchStates } from "./export";
import type { Evidence } from "./history";
import { Load } from "./load/load";
import { makePlaces } from "./load/places";
import { Postman } from "./load/postman";
import { untilQuiet } from "./quiet";
import { Random } from "./random";
import { Recorder } from "./recorder";
import { groupedViolations, sizeOf } from "./report";
import { atMost, type Outcome, type Scenario, type World } from "./scenario";

/** Nothing may be undecided this long after the faults have stopped. */
const QUIET_WITHIN_MS = 180_000;
const DELIVERIES_AT_ONCE = 24;

export type Run = { scenario: Scenario; seed: string; scale: number; folder: string };

/** Plays one scenario on a cluster of its own, waits for quiet, and judges what was recorded. */
export async function runScenario(run: Run): Promise<Outcome> {
  const { scenario, seed, scale, folder } = run;
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const begun = Date.now();
  const cluster = await Cluster.start(folder, scenario.cluster);
  const stopAndLeave = () => void cluster.stop().finally(() => process.exit(1));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stopAndLeave);
  try {
    const world = makeWorld(run, cluster, await makePlaces(cluster, run.scenario.places(sized(scale))));
    const evidence = await record(scenario, world);
    const figures = [
      ...scenario.figures(evidence, world),
      atMost("processes that ended by themselves", cluster.died, 0),
    ];
    const violations = groupedViolations(check(evidence));
    const passed = violations.length === 0 && figures.every(({ ok }) => ok);
    if (!passed) await writeEvidence(folder, evidence);
    const seconds = Math.round((Date.now() - begun) / 1000);
    const { name, title } = scenario;
    return { scenario: name, title, seed, scale, seconds, size: sizeOf(evidence), figures, violations, passed, folder };
  } finally {
    await cluster.stop();
    for (const bulky of ["postgres", "programs"]) fs.rmSync(path.join(folder, bulky), { recursive: true, force: true });
  }
}

function sized(scale: number): World["size"] {
  return (full, least = 1) => Math.max(least, Math.round(full * scale));
}

type Made = Awaited<ReturnType<typeof makePlaces>>;

function makeWorld({ scenario, seed, scale, folder }: Run, cluster: Cluster, { places, book }: Made): World {
  const random = new Random(`${scenario.name}/${seed}`);
  const recorder = new Recorder(folder);
  const { account, appUrl } = cluster;
  const ports = () => cluster.livePorts;
  const postman = new Postman({
    account,
    appUrl,
    ports,
    recorder,
    atOnce: scenario.deliveriesAtOnce ?? DELIVERIES_AT_ONCE,
  });
  const load = new Load({ random, recorder, postman, book, places });
  return { random, recorder, cluster, places, load, postman, size: sized(scale), measured: new Map() };
}

/** Lets it happen, and gathers what everybody saw. */
async function record(scenario: Scenario, world: World): Promise<Evidence> {
  const { cluster, recorder, load, postman, measured } = world;
  await watchStates(cluster.database.superUrl);
  const ledger = new LedgerReader(cluster.carrier);
  ledger.follow();
  try {
    await scenario.play(world);
    await load.settled();
    const calm = Date.now();
    recorder.note({ is: "calm", at: calm });
    const left = await untilQuiet({ cluster, ledger }, QUIET_WITHIN_MS);
    measured.set("quiet after, s", (Date.now() - calm) / 1000);
    if (left) console.log(`  Left ${QUIET_WITHIN_MS / 1000} s after the faults stopped: ${JSON.stringify(left)}`);
    await ledger.catchUp();
    noteNetworkCalls(world, ledger);
    for (const happening of ledger.acknowledged.flat()) recorder.note(happening);
  } finally {
    ledger.stop();
    postman.close();
    await recorder.close();
  }
  const rows = await readExport(cluster.database.superUrl);
  return { history: recorder.history, ledger: ledger.requests, rows };
}

/** Calls placed on the network itself have their sids and ends from there; nobody answers them. */
function noteNetworkCalls({ places, recorder }: World, { callsEnded }: LedgerReader): void {
  const workspaceOf = new Map(places.map(({ number, workspaceId }) => [number, workspaceId]));
  for (const call of callsEnded) {
    const workspaceId = workspaceOf.get(call.to);
    if (workspaceId) recorder.note({ is: "call", ...call, workspaceId, outcome: "missed" });
  }
}
