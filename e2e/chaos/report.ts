import type { Evidence, Violation } from "./history";
import type { Broken, Outcome } from "./scenario";

const EVIDENCE_SHOWN = 5;

/** One run: its figures, and what was broken. */
export function describe(outcome: Outcome): string {
  const { figures, violations, passed, size, seconds, folder } = outcome;
  return [
    `  ${size}, ${seconds} s`,
    ...figures.map(({ what, value, bar, ok }) => `  ${ok ? "✓" : "✗"} ${what}: ${value}${bar ? ` (${bar})` : ""}`),
    ...(violations ?? []).flatMap(({ invariant, what, count, evidence }) => [
      `  ✗ ${invariant}: ${what}${count > 1 ? ` (${count} times)` : ""}`,
      ...evidence.map((ids) => `      ${ids}`),
    ]),
    violations?.length === 0 ? "  ✓ I1 to I10" : "",
    passed ? "" : `  The history and the evidence are in ${folder}`,
  ]
    .filter((line) => line !== "")
    .join("\n");
}

/** All runs as a table. */
export function summary(outcomes: Outcome[]): string {
  const head = ["scenario", "seed", "size", "broken", "result", "time"];
  const rows = outcomes.map(({ scenario, seed, size, violations, figures, passed, seconds }) => {
    const broken = [
      ...new Set(violations?.map(({ invariant }) => invariant)),
      ...figures.filter(({ ok }) => !ok).map(({ what }) => what),
    ];
    return [scenario, seed, size, broken.join(", ") || "nothing", passed ? "passed" : "FAILED", `${seconds} s`];
  });
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  return [head, ...rows]
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "))
    .join("\n");
}

/** The same break at another hour is the same break. */
export function groupedViolations(violations: Violation[]): Broken[] {
  const groups = new Map<string, Broken>();
  for (const { invariant, what, evidence } of violations) {
    const key = `${invariant} ${what.replace(/\d+/g, "n")}`;
    const group = groups.get(key) ?? { invariant, what, count: 0, evidence: [] };
    group.count += 1;
    if (group.evidence.length < EVIDENCE_SHOWN) group.evidence.push(evidence.join(" "));
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** How large a run was, and how fast its webhooks were answered. */
export function sizeOf({ history, ledger }: Evidence): string {
  const calls = history.filter(({ is }) => is === "call").length;
  const answers = history.flatMap((one) => (one.is === "answer" ? [one] : []));
  const times = answers.filter(({ status }) => status === 200).map(({ milliseconds }) => milliseconds);
  const p99 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;
  const taken = ledger.filter(({ sid }) => sid !== null).length;
  const webhooks = `${answers.length} webhook deliveries (p99 ${p99} ms)`;
  return `${calls} calls, ${webhooks}, ${ledger.length} requests, ${taken} texts`;
}
