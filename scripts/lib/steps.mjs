const started = performance.now();

/** Seconds since the command began. */
export const secondsSoFar = () => inSeconds(performance.now() - started);

/** Does the work, and prints a line with what it is and the seconds it took. */
export async function step(what, work) {
  const from = performance.now();
  process.stdout.write(`  ${what} ... `);
  try {
    const result = await work();
    process.stdout.write(`${inSeconds(performance.now() - from)} s\n`);
    return result;
  } catch (error) {
    process.stdout.write("failed\n");
    throw error;
  }
}

const inSeconds = (ms) => (ms / 1_000).toFixed(1);
