import { type Carrier, type CarrierOptions, createCarrier } from "../create-carrier";
import { startTestApp, type TestApp } from "./test-app";

export const ACCOUNT = "AC00000000000000000000000000000001";
export const TOKEN = "local-test-token";
export const CALLER = "+15035550111";
export const OWNER = "+15035550122";

interface RestResource {
  sid: string;
  phone_number: string;
  locality: string | null;
  status: string | number;
  to: string;
  [field: string]: unknown;
}

/** What the tests read of answers; which of it is there depends on what was asked. */
export interface RestBody extends RestResource {
  code: number;
  next_page_uri: string | null;
  messages: RestResource[];
  calls: RestResource[];
  incoming_phone_numbers: RestResource[];
  available_phone_numbers: RestResource[];
}

export interface RestResponse {
  status: number;
  body: RestBody;
}

export interface TestNetwork {
  carrier: Carrier;
  app: TestApp;
  /** The account's number, whose webhooks all go to the app. */
  number: string;
  rest(method: string, path: string, form?: Record<string, string>): Promise<RestResponse>;
  close(): Promise<void>;
}

/** A carrier fifty times as fast as life, an app, and one number between them. */
export async function startTestNetwork(options: Partial<CarrierOptions> = {}): Promise<TestNetwork> {
  const carrier = await createCarrier({ accountSid: ACCOUNT, authToken: TOKEN, timeScale: 0.02, ...options });
  const app = await startTestApp();
  const rest = (method: string, path: string, form?: Record<string, string>) =>
    callRest(carrier.url + path.replace("{AC}", `/2010-04-01/Accounts/${ACCOUNT}`), method, form);
  const bought = await rest("POST", "{AC}/IncomingPhoneNumbers.json", {
    AreaCode: "503",
    VoiceUrl: `${app.url}/voice`,
    StatusCallback: `${app.url}/number-status`,
    SmsUrl: `${app.url}/sms`,
  });
  return {
    carrier,
    app,
    number: bought.body.phone_number,
    rest,
    close: async () => {
      await carrier.close();
      await app.close();
    },
  };
}

async function callRest(url: string, method: string, form?: Record<string, string>): Promise<RestResponse> {
  const response = await fetch(url, {
    method,
    headers: { authorization: `Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString("base64")}` },
    body: form ? new URLSearchParams(form) : undefined,
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
}

/** Waits until something is the case. @throws after five seconds */
export async function until<T>(look: () => T | undefined | false | null): Promise<T> {
  const deadline = Date.now() + 5000;
  for (;;) {
    const found = look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`waited too long for ${look}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Rings the account's number and waits for the end. */
export async function callAndWait(network: TestNetwork, plan: Parameters<Carrier["placeCall"]>[0] | object = {}) {
  const { id } = network.carrier.placeCall({ from: CALLER, to: network.number, ...plan });
  await until(() => network.carrier.call(id).state === "ended");
  await until(() => {
    const { liveCalls, webhooksInFlight } = network.carrier.health();
    return liveCalls === 0 && webhooksInFlight === 0;
  });
  return network.carrier.call(id);
}
