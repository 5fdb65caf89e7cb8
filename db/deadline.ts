import { setTimeout as sleep } from "node:timers/promises";

/** What has been asked on one connection, and whether that goes on. */
export type Line = {
  lost: boolean;
  /** Its time is up. */
  late: boolean;
  asked: Asked[];
};

/** A statement as the driver keeps it: `active` while the server works on it, `state` from when it is sent. */
export type Asked = Promise<unknown> & {
  active?: boolean;
  state?: unknown;
  /** What the driver's `cancel` calls, without telling when it is done. */
  canceller?: (asked: Asked) => Promise<void>;
};

export function noted<One extends Asked>(asked: One, line: Line): One {
  line.asked.push(asked);
  return asked;
}

export const tooLate = () => new Error("The database did not do this in time");

/**
 * The driver commits or rolls back over a lost connection as well: what it writes there stays in the way of the new one in
 * its place, and whoever is given that waits in vain. So nothing comes back from a transaction that `begin` has ended, or
 * will as soon as it notices.
 */
export const never = () => new Promise<never>(() => {});

/**
 * `passed` is rejected when the time is up; `cancelled` later, when the statements that ran have been cancelled. Rolling
 * back before that would let a cancellation hit whatever the connection is used for next.
 */
export function startDeadline(line: Line, ms: number) {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      line.late = true;
      reject(tooLate());
    }, ms);
  });
  const cancelled = passed.catch(async (error: unknown) => {
    await Promise.allSettled(line.asked.map(cancel));
    return line.lost ? never() : Promise.reject(error);
  });
  cancelled.catch(() => {});
  return { passed, cancelled, clear: () => clearTimeout(timer) };
}

const LOOK_AGAIN_MS = 100;

/**
 * A statement that is sent and waits for others is cancelled when its turn comes: cancelled before, the driver loses count
 * of the answers.
 */
async function cancel(asked: Asked): Promise<void> {
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  asked.then(over, over);
  await null;
  while (!isOver) {
    if (asked.active || asked.state === null) return asked.canceller?.(asked);
    await sleep(LOOK_AGAIN_MS, undefined, { ref: false });
  }
}

/** Longer than a cancellation takes that comes through. */
const PATIENCE_MS = 6_000;

/** A connection whose transaction does not end although its time is up is not used again. */
export async function giveUpUnlessEnded(begun: Promise<unknown>, giveUp: () => void): Promise<void> {
  const ended = begun.then(
    () => true,
    () => true,
  );
  if (!(await Promise.race([ended, sleep(PATIENCE_MS, false, { ref: false })]))) giveUp();
}
