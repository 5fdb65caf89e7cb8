import fs from "node:fs";
import path from "node:path";
import type { Evidence } from "./history";

/** The rest of the evidence beside the history, a line for each row: as one text it could be too long for a string. */
export async function writeEvidence(folder: string, { ledger, rows }: Evidence): Promise<void> {
  const parts: [string, readonly unknown[]][] = [["ledger", ledger], ...Object.entries(rows)];
  for (const [name, list] of parts) {
    const file = fs.createWriteStream(path.join(folder, `evidence-${name}.jsonl`));
    for (const one of list) file.write(`${JSON.stringify(one)}\n`);
    await new Promise<void>((resolve) => file.end(() => resolve()));
  }
}
