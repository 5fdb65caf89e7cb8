import type { Account, Cluster } from "../cluster/cluster";

/** A workspace of the run: where calls go. */
export type Place = {
  workspaceId: string;
  /** The Ringback number. */
  number: string;
  businessLine: string;
  mode: "forwarding" | "direct";
  /** Rung in direct mode. */
  phone: string;
};

export type PlaceWishes = {
  count: number;
  noticeOn?: boolean;
  mode?: Place["mode"] | "both";
  /** What a day's openings of each place may cost; without end when not said. */
  dailySpendCapCents?: number;
};

/** Far above anything a run comes to: a cap must not hide a text too many. */
const NO_CAPS = { hourlyCallerCap: 1_000_000, dailyCallerCap: 1_000_000 };
const NO_SPEND_CAP = 100_000_000;
const AREAS = ["503", "206", "360", "425", "509", "541", "971", "208", "303", "415", "510", "619", "702", "801", "602"];

/** The caller's numbers of a run: none twice, and none of them for sale. */
export class PhoneBook {
  #next = 0;

  take(): string {
    const index = this.#next++;
    const area = AREAS[index % AREAS.length];
    const local = Math.floor(index / AREAS.length);
    return `+1${area}${200 + (Math.floor(local / 10_000) % 300)}${String(local % 10_000).padStart(4, "0")}`;
  }
}

/** Workspaces that are set up, may text, and have their numbers at the carrier. Half in each mode when both are wanted. */
export async function makePlaces(cluster: Cluster, wishes: PlaceWishes): Promise<{ places: Place[]; book: PhoneBook }> {
  const book = new PhoneBook();
  // Before the app's code is loaded, which reads its environment once.
  Object.assign(process.env, cluster.environment);
  const { liftCeilings, makeWorkspace } = await import("@/db/testing/factories");
  await liftCeilings();
  const places: Place[] = [];
  for (let index = 0; index < wishes.count; index++) {
    const asked = wishes.mode ?? "forwarding";
    const mode = asked === "both" ? (index % 2 === 0 ? "forwarding" : "direct") : asked;
    const { number, sid } = await buyNumber(cluster, index);
    const businessLine = book.take();
    const { noticeOn = true, dailySpendCapCents = NO_SPEND_CAP } = wishes;
    const { workspaceId, numberId } = await makeWorkspace({
      name: `Workspace ${index + 1}`,
      number: { e164: number, providerSid: sid, mode, businessLineE164: businessLine },
      settings: { ...NO_CAPS, dailySpendCapCents, noticeOn },
    });
    const phone = book.take();
    if (mode === "direct") await addPhone({ workspaceId, numberId, e164: phone });
    places.push({ workspaceId, number, businessLine, mode, phone });
  }
  return { places, book };
}

async function addPhone({ workspaceId, numberId, e164 }: { workspaceId: string; numberId: string; e164: string }) {
  const { withWorkspace } = await import("@/db/tenant");
  const { ringPhones } = await import("@/db/schema/phone");
  await withWorkspace(workspaceId, (tx) =>
    tx.insert(ringPhones).values({ workspaceId, numberId, e164, label: "Luis, mobile", position: 0 }),
  );
}

/** As the app would buy it: with all its addresses. */
async function buyNumber(
  { carrier, account, appUrl }: Cluster,
  index: number,
): Promise<{ number: string; sid: string }> {
  const wanted = `+1${AREAS[index % AREAS.length]}555${String(200 + Math.floor(index / AREAS.length)).padStart(4, "0")}`;
  const form = new URLSearchParams({
    PhoneNumber: wanted,
    VoiceUrl: withOverrides(`${appUrl}/api/twilio/voice/incoming`),
    VoiceFallbackUrl: withOverrides(`${appUrl}/api/twilio/voice/fallback`),
    StatusCallback: withOverrides(`${appUrl}/api/twilio/voice/status`),
    SmsUrl: withOverrides(`${appUrl}/api/twilio/messages/incoming`),
    SmsFallbackUrl: withOverrides(`${appUrl}/api/twilio/messages/fallback`),
  });
  const response = await fetch(`${carrier.url}/2010-04-01/Accounts/${account.accountSid}/IncomingPhoneNumbers.json`, {
    method: "POST",
    headers: { authorization: basic(account) },
    body: form,
  });
  const bought = (await response.json()) as { phone_number?: string; sid?: string };
  if (!bought.phone_number || !bought.sid) throw new Error(`The carrier did not sell ${wanted}: ${response.status}`);
  return { number: bought.phone_number, sid: bought.sid };
}

const withOverrides = (url: string) => `${url}#ct=2000&rt=5000&rc=2&rp=ct,rt,5xx`;

const basic = ({ accountSid, authToken }: Account) =>
  `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`;
