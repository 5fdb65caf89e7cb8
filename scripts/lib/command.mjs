import { Explained } from "./explained.mjs";
import { createSupervisor } from "./supervisor.mjs";

/**
 * Runs a command with a supervisor for what it starts. Trouble ends everything it started, then the command.
 * @param {(supervisor: ReturnType<typeof createSupervisor>) => Promise<void>} main
 * @param {Parameters<typeof createSupervisor>[0]} [options]
 */
export async function command(main, options) {
  const supervisor = createSupervisor(options);
  try {
    await main(supervisor);
  } catch (error) {
    if (supervisor.stopping) return;
    console.error(error instanceof Explained ? `\n${error.message}\n` : error);
    await supervisor.stop();
    process.exit(1);
  }
}
