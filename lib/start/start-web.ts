import { Refusal } from "@/lib/errors";
import { operatorNotice } from "@/lib/operator/make-operator";
import { checkPublicAddressSoon } from "./check-public-address";
import { prepareStart } from "./prepare-start";

/**
 * Runs before the web takes its first request. What the operator has to mend ends the process with a sentence. Without
 * users it prints the set-up link: past the log, which masks secrets, because this one is for whoever reads it there.
 */
export async function startWeb(): Promise<void> {
  try {
    await prepareStart();
    checkPublicAddressSoon();
    const notice = await operatorNotice();
    if (notice) process.stdout.write(`\n${notice}\n\n`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exit(1);
  }
}
