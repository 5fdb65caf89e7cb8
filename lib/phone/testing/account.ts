import { afterAll, afterEach } from "vitest";
import { createCarrier } from "@/carrier/create-carrier";
import { closeDatabase } from "@/db/tenant";

/** A carrier for this test file, emptied after each test, and the next number that it sells. */
export async function startTestAccount() {
  const carrier = await createCarrier({ accountSid: `AC${"0".repeat(32)}`, authToken: "12345" });
  process.env.TWILIO_API_URL = carrier.url;
  afterEach(() => carrier.reset());
  afterAll(async () => {
    await carrier.close();
    await closeDatabase();
  });
  let sold = 500;
  const nextForSale = () => {
    sold += 1;
    return `+1206555${String(sold).padStart(4, "0")}`;
  };
  return { carrier, nextForSale };
}

/** As a number stands at the carrier that nobody has connected. */
export const NO_URLS = { voiceUrl: "", voiceFallbackUrl: "", statusCallback: "", smsUrl: "", smsFallbackUrl: "" };
