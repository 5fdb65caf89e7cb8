import { closeDatabase } from "@/db/tenant";
import { runOperatorCommand } from "@/lib/operator/make-operator";

const { ok, words } = await runOperatorCommand(process.argv[2]);
console.log(words);
await closeDatabase();
process.exitCode = ok ? 0 : 1;
