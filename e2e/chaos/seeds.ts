/** Runs that failed once, and the minute that `npm test` plays. They are its tests: `npm run chaos -- --past`. */
export const PAST: readonly { name: string; seed: string; scale: number }[] = [
  // A call rang while the web was being killed: the run was judged before the sweeper had passed (quiet.ts).
  { name: "smoke", seed: "1", scale: 1 },
];
