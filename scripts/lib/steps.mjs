const started = performance.now();

/** Seconds since the command began. */
export const secondsSoFar = () => inSeconds(performance.now() - started);

let underWay = 0;

/** Does the work, and prints a line with what it is and the seconds it took; beside another, only when it is done. */
export async function step(what, work) {
  const from = performance.now();
  const alone = underWay === 0;
  underWay += 1;
  if (alone) process.stdout.write(`  ${what} ... `);
  const end = (how) => process.stdout.write(alone && underWay === 0 ? `${how}\n` : `  ${what} ... ${how}\n`);
  try {
    const result = await work();
    underWay -= 1;
    end(`${inSeconds(performance.now() - from)} s`);
    return result;
  } catch (error) {
    underWay -= 1;
    end("failed");
    throw error;
  }
}

const inSeconds = (ms) => (ms / 1_000).toFixed(1);
