import { closeDatabase } from "@/db/tenant";
import { runOperatorCommand } from "@/lib/operator/make-operator";

const [given, address] = process.argv.slice(2);
const { ok, words } = await runOperatorCommand(given, address);
console.log(words);
await closeDatabase();
process.exitCode = ok ? 0 : 1;
