import type { ServerResponse } from "node:http";
import type { Ledger, LedgerEntry } from "../ledger";

const KEEP_ALIVE_MS = 15_000;

/** Sends ledger entries as they are written, after those since `after` if that is given. */
export function streamEvents(ledger: Ledger, response: ServerResponse, { after }: { after?: number }): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write(": listening\n\n");
  const send = (entry: LedgerEntry) => {
    response.write(`id: ${entry.id}\nevent: ${entry.kind}\ndata: ${JSON.stringify(entry)}\n\n`);
  };
  if (after !== undefined && !Number.isNaN(after)) for (const entry of ledger.read({ after })) send(entry);
  const stopListening = ledger.listen(send);
  const keepAlive = setInterval(() => response.write(": still here\n\n"), KEEP_ALIVE_MS);
  response.on("close", () => {
    stopListening();
    clearInterval(keepAlive);
  });
}
