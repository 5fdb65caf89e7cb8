import { Refusal } from "@/lib/errors";
import { prepareStart } from "./prepare-start";

/** Runs before the web takes its first request. What the operator has to mend ends the process with a sentence. */
export async function startWeb(): Promise<void> {
  try {
    await prepareStart();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exit(1);
  }
}
