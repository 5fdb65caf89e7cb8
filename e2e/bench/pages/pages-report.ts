import type { Bar } from "../report";
import type { PageTimes } from "./bench-pages";

const MOST = 2;

/** How much longer a page takes in the largest workspace than in the smallest. */
export function pageBars(pages: PageTimes[]): Bar[] {
  return pages.map(({ page, sizes }) => {
    const value = (sizes.at(-1)?.p50 ?? Number.NaN) / (sizes[0]?.p50 ?? Number.NaN);
    return { what: `${page}, largest / smallest`, value, bar: `<= ${MOST}`, held: value <= MOST };
  });
}

/**
 * One line a page: median and 95th percentile for each number of calls, what the first look took at the largest, and the
 * ratio of the outermost medians.
 */
export function pagesTable(pages: PageTimes[]): string {
  const bars = pageBars(pages);
  const columns = (pages[0]?.sizes ?? []).map(({ calls }) => `${calls.toLocaleString("en-US")} calls`);
  const rows = pages.map(({ page, sizes }, index) => [
    page,
    ...sizes.map(({ p50, p95 }) => `${p50.toFixed(1)} (${p95.toFixed(1)})`),
    sizes.at(-1)?.first.toFixed(0) ?? "",
    bars[index]?.value.toFixed(2) ?? "",
    bars[index]?.held ? "held" : "MISSED",
  ]);
  const all = [["p50 (p95), ms", ...columns, "first look", "ratio", `<= ${MOST}`], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))))
    .map((cells) => `  ${cells.join("  ")}`.trimEnd())
    .join("\n");
}
