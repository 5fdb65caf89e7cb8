/** Runs that failed once: `npm run chaos -- --past`. The first is the minute that `npm test` plays. */
export const PAST: readonly { name: string; seed: string; scale: number }[] = [
  // A call rang while the web was being killed: the run was judged before the sweeper had passed (quiet.ts).
  { name: "smoke", seed: "1", scale: 1 },
  // A lost connection left a worker waiting for ever: 2,156 callers were never texted (db/client.ts).
  { name: "half-open", seed: "641", scale: 1 },
  // A worker died of what a transaction asked after its connection was lost (db/client.ts).
  { name: "long-freezes", seed: "1", scale: 0.05 },
];
