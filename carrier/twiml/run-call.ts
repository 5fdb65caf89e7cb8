import { CallOver, type LiveCall } from "../calls/live-call";
import type { Network } from "../network";
import { ApplicationError, fetchDocument, type TwimlDocument, type TwimlRequest } from "./fetch-document";
import { parseTwiml, TwimlError } from "./parse";
import { runVerb } from "./run-verb";

/** What a call starts with: an address to ask, or TwiML given with the call. */
export type FirstTwiml = TwimlRequest | { document: string };

export type TwimlEnd = { kind: "finished" } | { kind: "hang up" } | { kind: "reject"; busy: boolean };

const MOST_DOCUMENTS = 500;

/** Runs a call from its first document to its end. */
export async function runCall(network: Network, live: LiveCall, first: FirstTwiml): Promise<void> {
  try {
    const end = await runTwiml(network, live, first);
    if (end.kind === "reject") {
      live.finish(end.busy ? "busy" : "no-answer");
      return;
    }
    live.answer();
    live.finish("completed");
  } catch (error) {
    await survive(live, error);
  }
}

/** Runs documents, one leading to the next, until one comes to its end. @throws {CallOver|ApplicationError} */
export async function runTwiml(network: Network, live: LiveCall, first: FirstTwiml): Promise<TwimlEnd> {
  let document = "document" in first ? given(network, live, first.document) : await fetchDocument(network, live, first);
  for (let count = 0; count < MOST_DOCUMENTS; count++) {
    const end = await runDocument(network, live, document);
    if (end.kind !== "go to") return end;
    document = await fetchDocument(network, live, end.request);
  }
  throw new ApplicationError("too many documents");
}

async function runDocument(network: Network, live: LiveCall, document: TwimlDocument) {
  for (const node of document.verbs) {
    live.check();
    try {
      const next = await runVerb({ network, live, document, node });
      if (next.kind !== "continue") return next;
    } catch (error) {
      if (!(error instanceof TwimlError)) throw error;
      network.ledger.write("error", { callSid: live.record.sid, code: error.code, message: error.message });
      throw new ApplicationError(String(error.code));
    }
  }
  live.check();
  return { kind: "finished" } as const;
}

function given(network: Network, live: LiveCall, xml: string): TwimlDocument {
  network.ledger.write("twiml", { callSid: live.record.sid, webhook: null, document: xml });
  try {
    return { url: "", verbs: parseTwiml(xml) };
  } catch (error) {
    if (!(error instanceof TwimlError)) throw error;
    network.ledger.write("error", { callSid: live.record.sid, code: error.code, message: error.message });
    throw new ApplicationError(String(error.code));
  }
}

/** Ends the call after whatever stopped its TwiML. */
export async function survive(live: LiveCall, error: unknown): Promise<void> {
  if (error instanceof CallOver || live.signal.aborted) return;
  if (!(error instanceof ApplicationError)) {
    live.finish("failed");
    throw error;
  }
  live.answer();
  live.remote?.hear("notice", "We are sorry. An application error has occurred. Goodbye.");
  await live.wait(4).catch(() => undefined);
  live.finish("completed");
}
