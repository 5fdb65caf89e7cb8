/**
 * How many milliseconds have passed since it was made, by whichever clock moved further: while a machine is paused the
 * one stands still, and the other may be set at any time.
 */
export function stopwatch(): () => number {
  const [steady, wall] = [performance.now(), Date.now()];
  return () => Math.max(performance.now() - steady, Date.now() - wall);
}
