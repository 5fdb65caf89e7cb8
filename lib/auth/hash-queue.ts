import { Busy } from "@/lib/errors";

/** One computation takes 32 MB and a core. */
const AT_ONCE = 2;
/** How many may wait; one more would wait for seconds. */
const MOST_WAITING = 16;
/** How many of them one network may have. */
const MOST_WAITING_OF_NETWORK = 8;

export const BUSY_HASHING = "Too many people are signing in at the moment. Wait a few seconds and try again.";

/** Whose computation it is. `isKnown`: somebody who is signed in, or a browser they have signed in with before. */
export type Hasher = { network: string; isKnown: boolean };

type Turn = Hasher & { start: () => void };
type Line = { running: string[]; waiting: Turn[] };

// Next may load this module once per bundle; the bound is the process's.
const kept = globalThis as typeof globalThis & { ringbackHashLine?: Line };

function line(): Line {
  kept.ringbackHashLine ??= { running: [], waiting: [] };
  return kept.ringbackHashLine;
}

/**
 * Runs a password computation: two at a time in this process, the rest in a short line.
 * @throws Busy when the line is full, or full of this network's. Known people have a line of their own, which strangers
 *   cannot fill, and go first.
 */
export async function inHashQueue<T>(hasher: Hasher, compute: () => Promise<T>): Promise<T> {
  await turn(hasher);
  try {
    return await compute();
  } finally {
    leave(hasher);
  }
}

function turn(hasher: Hasher): Promise<void> | undefined {
  const { running, waiting } = line();
  if (running.length < AT_ONCE) {
    running.push(hasher.network);
    return undefined;
  }
  const same = waiting.filter(({ isKnown }) => isKnown === hasher.isKnown);
  const ofNetwork = same.filter(({ network }) => network === hasher.network);
  if (same.length >= MOST_WAITING || ofNetwork.length >= MOST_WAITING_OF_NETWORK) throw new Busy(BUSY_HASHING);
  return new Promise((start) => waiting.push({ ...hasher, start }));
}

function leave({ network }: Hasher): void {
  const { running, waiting } = line();
  running.splice(running.indexOf(network), 1);
  const next = nextOf(waiting, running);
  if (!next) return;
  waiting.splice(waiting.indexOf(next), 1);
  running.push(next.network);
  next.start();
}

/** Known people first; among equals a network that has nothing running, so that one cannot keep the others waiting. */
function nextOf(waiting: readonly Turn[], running: readonly string[]): Turn | undefined {
  const idle = ({ network }: Turn) => !running.includes(network);
  const known = waiting.filter(({ isKnown }) => isKnown);
  return known.find(idle) ?? known[0] ?? waiting.find(idle) ?? waiting[0];
}
