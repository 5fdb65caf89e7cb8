import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { CallRegistry } from "./calls/call-registry";
import { Clock } from "./clock";
import { Control } from "./control/control";
import { serveControl } from "./control/serve-control";
import { FaultBox } from "./faults";
import { hostName, namesThisMachine } from "./host-check";
import { answerJson } from "./http-body";
import { Ledger } from "./ledger";
import type { Network } from "./network";
import { serveRest } from "./rest/serve-rest";
import { NetworkState } from "./store/network-state";
import { StateFile } from "./store/state-file";
import { deliverMessage } from "./texts/deliver-message";
import { USUAL_SETTINGS } from "./types";
import { Reordering } from "./webhooks/reordering";

export interface CarrierOptions {
  accountSid: string;
  authToken: string;
  /** 0, the default, takes any free port. */
  port?: number;
  /** Default 127.0.0.1. */
  host?: string;
  /** Where the network is reached from, when that is not its own port on this machine. */
  publicUrl?: string;
  /** Keeps numbers, phones, opt-outs, texts and recent calls over restarts. */
  stateFile?: string;
  /** 1 is real time, 0.05 makes 20 seconds of ringing one. HTTP timeouts are never scaled. */
  timeScale?: number;
  /** How many ledger entries are kept. Default 200,000. */
  ledgerSize?: number;
  log?: (sentence: string) => void;
}

export interface Carrier extends Control {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Starts a telephone network on this machine that speaks Twilio's API. */
export async function createCarrier(options: CarrierOptions): Promise<Carrier> {
  const network: Network = {
    accountSid: options.accountSid,
    authToken: options.authToken,
    clock: new Clock(options.timeScale ?? 1),
    ledger: new Ledger(options.ledgerSize),
    faults: new FaultBox(),
    state: new NetworkState(),
    calls: new CallRegistry(),
    reordering: new Reordering(),
    settings: { ...USUAL_SETTINGS },
    url: "",
    webhooksInFlight: 0,
    textsInFlight: 0,
  };
  const log = options.log ?? (() => undefined);
  const file = options.stateFile ? new StateFile(options.stateFile, network.state) : undefined;
  const problem = file?.load();
  if (problem) log(problem);
  network.state.onChange = () => file?.schedule();

  const control = new Control(network);
  const names = configuredNames(options);
  const server = createServer((request, response) => {
    if (!namesThisMachine(request, names)) return refuseHost(response);
    serve({ network, control }, request, response).catch((error: unknown) => {
      log(`A request to the carrier failed: ${error instanceof Error ? error.message : String(error)}`);
      if (!response.headersSent) answerJson(response, 500, { error: "The carrier failed; its log says more." });
      else response.destroy();
    });
  });
  // Longer than any client keeps an idle connection, so that a reset is always one that was asked for.
  server.keepAliveTimeout = 65_000;
  const port = await listen(server, options);
  network.url = options.publicUrl ?? `http://localhost:${port}`;
  resumeTexts(network);

  return Object.assign(control, {
    url: network.url,
    port,
    close: async () => {
      network.calls.hangUpAll();
      network.clock.stop();
      file?.write();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  });
}

function configuredNames({ host, publicUrl }: CarrierOptions): string[] {
  const isOneAddress = host !== "0.0.0.0" && host !== "::";
  return [isOneAddress && host, publicUrl && new URL(publicUrl).host].flatMap((name) => (name && hostName(name)) || []);
}

function refuseHost(response: ServerResponse): void {
  response.setHeader("connection", "close");
  answerJson(response, 421, {
    error: "The Host header names another machine. Use localhost, or set CARRIER_PUBLIC_URL to the carrier's address.",
  });
}

function serve(service: { network: Network; control: Control }, request: IncomingMessage, response: ServerResponse) {
  if (request.url?.startsWith("/control/")) return serveControl(service, request, response);
  return serveRest(service.network, request, response);
}

function listen(server: Server, { port = 0, host = "127.0.0.1" }: CarrierOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Texts that a restart caught on their way arrive after it. */
function resumeTexts(network: Network): void {
  for (const message of network.state.messages.newestFirst()) {
    const onItsWay = message.status === "queued" || message.status === "sent";
    if (message.direction !== "inbound" && onItsWay) void deliverMessage(network, message);
  }
}
