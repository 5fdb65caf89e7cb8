import { vi } from "vitest";
import { type Carrier, createCarrier } from "@/carrier/create-carrier";
import { type MadeWorkspace, makeWorkspace } from "@/db/testing/factories";
import { buyNumber, searchNumbers } from "@/lib/twilio/numbers";
import { numberUrls } from "@/lib/twilio/webhook-urls";

/** A telephone network of our own, fifty times as fast as life, none of whose webhooks arrive. */
export async function startCarrier(): Promise<Carrier> {
  const account = { accountSid: "AC00000000000000000000000000000000", authToken: "12345" };
  const carrier = await createCarrier({ ...account, timeScale: 0.02 });
  carrier.setFaults({ webhooks: [{ effect: "drop" }] });
  vi.stubEnv("TWILIO_API_URL", carrier.url);
  return carrier;
}

type Wishes = Parameters<typeof makeWorkspace>[0];

/** A workspace with a number of that network. */
export async function makeConnected(wishes: Wishes = {}): Promise<MadeWorkspace> {
  const found = await searchNumbers({ areaCode: "503", country: "US" });
  const e164 = found.ok ? found.numbers[0]?.e164 : undefined;
  if (!e164) throw new Error("The carrier sells no number");
  const bought = await buyNumber({ e164, urls: numberUrls() });
  if (!bought.ok) throw new Error(bought.words);
  return makeWorkspace({ ...wishes, number: { ...wishes.number, e164, providerSid: bought.number.sid } });
}

/** Waits until something is so. */
export async function until(look: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await look())) {
    if (Date.now() > deadline) throw new Error(`Waited too long for ${look}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
