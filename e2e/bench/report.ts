import type { Latency, Spread } from "./latency/bench-latency";
import type { Variant } from "./options";
import type { Round, Throughput } from "./throughput";

/** A figure beside what it has to keep; `held` is null where nothing is demanded. */
export type Bar = { what: string; value: number; bar: string; held: boolean | null };

const NAMES: Record<Variant, string> = {
  a: "(a) signed miss through Next",
  b: "(b) the same handlers in node:http",
  c: "(c) bare server, reference transaction",
  d: "(d) pgbench, reference transaction",
};

/** What is divided by what, and the least it may be. */
const RATIOS: readonly [Variant, Variant, number | null][] = [
  ["a", "c", 0.25],
  ["b", "c", 0.7],
  ["c", "d", null],
];

const MOST_ANSWER_MS = 300;
const MOST_MISS_TO_REQUEST_MS = 5_000;

export function ratiosOf(throughput: Throughput): Bar[] {
  return RATIOS.flatMap(([upper, lower, least]) => {
    const [above, below] = [throughput[upper], throughput[lower]];
    if (!above || !below) return [];
    const value = above.perSecond / below.perSecond;
    const bar = least === null ? "" : `>= ${least}`;
    return [{ what: `(${upper})/(${lower})`, value, bar, held: least === null ? null : value >= least }];
  });
}

export function latencyBars({ answer, missToRequest, refused, notTextedOnce }: Latency): Bar[] {
  return [
    most("webhooks not answered with 200", refused, 0),
    most("callers not texted exactly once", notTextedOnce, 0),
    most("webhook answer, p99 ms", answer.p99, MOST_ANSWER_MS),
    most("miss to request, p99 ms", missToRequest.p99, MOST_MISS_TO_REQUEST_MS),
  ];
}

export function throughputTable(throughput: Throughput): string {
  const rows = Object.entries(throughput).map(([variant, round]) => [
    NAMES[variant as Variant],
    ...[round.perSecond.toFixed(0), round.p50.toFixed(1), round.p99.toFixed(1)],
    ...[cpu(round, "serverMs"), cpu(round, "databaseMs")],
  ]);
  return table([["", "misses/s", "p50 ms", "p99 ms", "server CPU ms", "database CPU ms"], ...rows]);
}

export function latencyTable({ answer, missToRequest, arrivalToRequest }: Latency): string {
  const row = (what: string, spread: Spread) => [
    what,
    ...[spread.p50, spread.p95, spread.p99, spread.max].map((ms) => ms.toFixed(0)),
  ];
  return table([
    ["", "p50 ms", "p95 ms", "p99 ms", "max ms"],
    row("webhook answer", answer),
    row("miss to request", missToRequest),
    row("arrival to request", arrivalToRequest),
  ]);
}

export function barsTable(bars: Bar[]): string {
  const verdict = (held: boolean | null) => (held === null ? "" : held ? "held" : "MISSED");
  return table(
    bars.map(({ what, value, bar, held }) => [
      what,
      Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 0),
      bar,
      verdict(held),
    ]),
  );
}

function most(what: string, value: number, limit: number): Bar {
  return { what, value, bar: `<= ${limit}`, held: value <= limit };
}

const cpu = (round: Round, key: "serverMs" | "databaseMs") => (Number.isNaN(round[key]) ? "-" : round[key].toFixed(2));

/** Columns as wide as their widest word: the first to the left, the others to the right. */
function table(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const cells = (row: string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)));
  return rows.map((row) => `  ${cells(row).join("  ")}`.trimEnd()).join("\n");
}
