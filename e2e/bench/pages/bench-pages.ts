import { step } from "@/scripts/lib/steps.mjs";
import type { Ground } from "../ground";
import { startServer } from "../servers";
import { median, percentile } from "../statistics";
import { type Address, addressesOf } from "./addresses";
import { type Workspace, writeHistories } from "./history";
import { makeWorkspaces } from "./make-workspaces";
import { signIn } from "./sign-in";

/** What a page took in milliseconds, for each number of calls, smallest first; `first` before anything was kept of it. */
export type PageTimes = { page: string; sizes: { calls: number; first: number; p50: number; p95: number }[] };

type Wishes = { quick: boolean };
type Run = { calls: number; address: Address; first: number; times: number[] };
type Timed = { name: string; runs: Run[] };

const SIZES = { full: [1_000, 100_000, 1_000_000], quick: [1_000, 20_000] };
const REQUESTS = { full: 20, quick: 5 };
const WARM_UP = 3;
const LATE_IN_THE_MONTH = 28;

/** Whole pages of the built app, over HTTP, in workspaces of very different age. */
export async function benchPages(ground: Ground, { quick }: Wishes): Promise<PageTimes[]> {
  const { sql, appUrl } = ground;
  const size = quick ? "quick" : "full";
  const now = await setClock(sql);
  const { owner, workspaces } = await makeWorkspaces(sql, SIZES[size]);
  await step(`Writing ${SIZES[size].map((calls) => calls.toLocaleString("en-US")).join(", ")} calls`, () =>
    writeHistories(sql, workspaces, now),
  );
  await startServer(ground, "a");
  const headers = await signIn(appUrl, owner);
  const timed = await addresses(sql, workspaces, now);
  await step("Asking for the pages", async () => {
    for (const page of timed) await timePage(page, { appUrl, headers, requests: REQUESTS[size] });
  });
  return timed.map(({ name, runs }) => ({
    page: name,
    sizes: runs.map(({ calls, first, times }) => ({ calls, first, p50: median(times), p95: percentile(times, 95) })),
  }));
}

/** Late in the month, whatever day it is: the first of a month would show an empty page. */
async function setClock(sql: Ground["sql"]): Promise<Date> {
  const real = new Date();
  const days = Math.max(0, LATE_IN_THE_MONTH - real.getDate());
  await sql`insert into app_clock (skew) values (make_interval(days => ${days}))
    on conflict ("only") do update set skew = excluded.skew`;
  return new Date(real.getTime() + days * 86_400_000);
}

async function addresses(sql: Ground["sql"], workspaces: Workspace[], now: Date): Promise<Timed[]> {
  const lists = await Promise.all(workspaces.map((workspace) => addressesOf(sql, workspace, now)));
  return (lists[0] ?? []).map(({ name }, index) => ({
    name,
    runs: lists.flatMap((list, which) => {
      const address = list[index];
      return address ? [{ calls: workspaces[which]?.calls ?? 0, address, first: Number.NaN, times: [] }] : [];
    }),
  }));
}

type Asking = { appUrl: string; headers: { cookie: string }; requests: number };

/** The sizes take turns, so that whatever else the machine does falls on all of them. */
async function timePage({ runs }: Timed, { appUrl, headers, requests }: Asking): Promise<void> {
  for (let request = -WARM_UP; request < requests; request++) {
    for (const run of runs) {
      const { address, times } = run;
      const began = performance.now();
      const response = await fetch(appUrl + address.path, { headers, redirect: "manual" });
      const html = await response.text();
      const took = performance.now() - began;
      const shown = html.match(address.shows)?.length ?? 0;
      if (response.status !== 200 || shown < address.times) {
        throw new Error(`${address.path} answered ${response.status} and showed ${shown} of ${address.times} rows`);
      }
      if (request === -WARM_UP) run.first = took;
      if (request >= 0) times.push(took);
    }
  }
}
