import type { Cluster, ClusterWishes } from "./cluster/cluster";
import type { Evidence } from "./history";
import type { Load } from "./load/load";
import type { Place, PlaceWishes } from "./load/places";
import type { Postman } from "./load/postman";
import type { Random } from "./random";
import type { Recorder } from "./recorder";

/** Everything a scenario plays with. */
export type World = {
  random: Random;
  recorder: Recorder;
  cluster: Cluster;
  places: Place[];
  load: Load;
  postman: Postman;
  /** A size at full scale, as large as this run wants it; never less than `least`. */
  size: (full: number, least?: number) => number;
  /** A figure for the table, under the words it is known by. */
  measured: Map<string, number>;
};

/** A row of the table: what was measured, and what it has to be. */
export type Figure = { what: string; value: string; bar: string; ok: boolean };

export type Scenario = {
  name: string;
  /** What it proves, for the table. */
  title: string;
  /** How many seeds make a full run; one when not said. */
  seeds?: number;
  cluster: ClusterWishes;
  /** Where the calls go, at the wanted scale. */
  places: (size: World["size"]) => PlaceWishes;
  /** How many webhooks may wait for their answers at the same time; 24 when not said. */
  deliveriesAtOnce?: number;
  /** Load and faults. When it returns nothing is broken any more and nothing new comes. */
  play: (world: World) => Promise<void>;
  /** What it expects besides the invariants. */
  figures: (evidence: Evidence, world: World) => Figure[];
};

/** An invariant that did not hold, how often, and what shows it. */
export type Broken = { invariant: string; what: string; count: number; evidence: string[] };

export type Outcome = {
  scenario: string;
  title: string;
  seed: string;
  scale: number;
  seconds: number;
  /** How large the run was, in words. */
  size: string;
  figures: Figure[];
  /** Null where the run ended before it was judged. */
  violations: Broken[] | null;
  passed: boolean;
  folder: string;
};

/** A whole number that must not be above a bar. */
export function atMost(what: string, value: number, bar: number, unit = ""): Figure {
  const shown = Number.isInteger(value) ? String(value) : value.toFixed(2);
  return { what, value: shown + unit, bar: bar === 0 ? "0" : `≤ ${bar}${unit}`, ok: value <= bar };
}

/** A number that must not be below a bar: a run that was too small proves nothing. */
export function atLeast(what: string, value: number, bar: number): Figure {
  return { what, value: String(value), bar: `≥ ${bar}`, ok: value >= bar };
}
