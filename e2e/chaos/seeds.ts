/** Runs that failed once. They are kept as tests: `npm run chaos -- --past`. */
export const PAST: readonly { name: string; seed: string; scale: number }[] = [];
