import type { Faults, Phone } from "./wire";

export type Trouble = {
  key: string;
  label: string;
  /** What it does, in a sentence. */
  words: string;
  /** Trouble with everything the carrier does, or with this customer's phone alone. */
  faults?: Faults;
  texting?: NonNullable<Phone["texting"]>;
};

/** Ways for the carrier to fail that matter most; each replaces the one before. */
export const TROUBLES: readonly Trouble[] = [
  {
    key: "filtered",
    label: "Filtered as spam",
    words: "Texts to this customer are filtered on the way (30007).",
    texting: { outcome: "undelivered", errorCode: 30_007 },
  },
  {
    key: "off",
    label: "Phone is off",
    words: "Texts to this customer don't arrive (30003).",
    texting: { outcome: "undelivered", errorCode: 30_003 },
  },
  {
    key: "unregistered",
    label: "Refused, not registered",
    words: "The carrier refuses every text at once (30034).",
    faults: { requests: [{ effect: "refuse", code: 30_034 }] },
  },
  {
    key: "error",
    label: "Error after accepting",
    words: "The carrier takes each text, sends it, and answers with an error.",
    faults: { requests: [{ effect: "error_after" }] },
  },
  {
    key: "silence",
    label: "Takes it, never answers",
    words: "The carrier takes each text and never says so.",
    faults: { requests: [{ effect: "hang_after" }] },
  },
  {
    key: "dropped",
    label: "Webhooks get lost",
    words: "Half of what the carrier tells the app never arrives.",
    faults: { webhooks: [{ effect: "drop", probability: 0.5 }] },
  },
  {
    key: "lag",
    label: "Lists lag behind",
    words: "The carrier's lists leave out the last 20 seconds.",
    faults: { listLagMs: 20_000 },
  },
];

/** The trouble in force, judged by what the carrier says of itself. */
export function troubleNow(faults: Faults, texting: Phone["texting"]): Trouble | null {
  return (
    TROUBLES.find((trouble) => {
      if (trouble.texting) return texting?.errorCode === trouble.texting.errorCode;
      const [request] = trouble.faults?.requests ?? [];
      if (request) return faults.requests?.some(({ effect }) => effect === request.effect) ?? false;
      if (trouble.faults?.webhooks) return (faults.webhooks?.length ?? 0) > 0;
      return (faults.listLagMs ?? 0) > 0;
    }) ?? null
  );
}
