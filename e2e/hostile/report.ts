import type { Measured } from "./measure";

export const BARS = { cpuMs: 50, leftKb: 5 * 1024, peakKb: 64 * 1024, besideMs: 300, refused: 0 } as const;

/** A request that broke something: no answer in time, or an error of the server's own. */
export const isWrong = (status: number): boolean => status === -1 || status === 500;

/** What a kind passed beyond, in words; empty when it kept all bars. */
export function beyond({ statuses, ...measured }: Measured): string[] {
  const wrong = Object.keys(statuses).filter((status) => isWrong(Number(status)));
  const over = (Object.keys(BARS) as (keyof typeof BARS)[]).filter((bar) => measured[bar] > BARS[bar]);
  return [...wrong.map((status) => `status ${status}`), ...over];
}

/** A Markdown table, the dearest first. */
export function table(all: Measured[]): string {
  const rows = all
    .toSorted((a, b) => b.cpuMs - a.cpuMs)
    .map((one) => {
      const statuses = Object.entries(one.statuses).map(([status]) => (status === "0" ? "closed" : status));
      const [left, peak] = [megabytes(one.leftKb), megabytes(one.peakKb)];
      return `| ${one.name} | ${statuses.join(", ")} | ${one.cpuMs.toFixed(1)} | ${left} | ${peak} | ${Math.round(one.besideMs)} |`;
    });
  return [
    "| request | answer | CPU, ms | memory after, MB | memory at most, MB | webhook beside, p99 ms |",
    "|---|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}

const megabytes = (kb: number): string => (kb / 1024).toFixed(1);
