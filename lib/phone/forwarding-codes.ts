export type ForwardingConfidence = "good" | "common" | "verify" | "unverified" | "portal";

export type ForwardingCode = {
  /** What to dial, one after the other, to send unanswered calls to this E.164 number. Empty: set it in the portal. */
  activate: (e164: string) => string[];
  deactivate: readonly string[];
  note: string;
  confidence: ForwardingConfidence;
  source: string;
};

export type ForwardingCarrier = {
  id: string;
  name: string;
  /** The day the sources were read. Carriers change codes without notice, so only a test call proves anything. */
  lastChecked: string;
  /** In the order to try them: "It didn't work" opens the next. */
  codes: readonly ForwardingCode[];
};

const CHECKED = "2026-11-22";

const GSM_SOURCE = "3GPP TS 22.030";
const LANDLINE_SOURCE =
  "southslope.com/additsvcs/forwarding.htm, champlaintechnology.com/support/call-forwarding, cox.com business voice support";
const RURAL_SOURCE = "citizenstel.net/doc/instruction_callForwardNoAnswer.htm, kalidatel.com/call-forwarding-on-busy";

/** Ten digits for North America, as its own switches expect them; all digits elsewhere. */
function tenDigits(e164: string): string {
  return e164.replace(/^\+1(?=\d{10}$)/, "").replace(/^\+/, "");
}

function withCountry(e164: string): string {
  return e164.replace(/^\+/, "");
}

const THREE_LEGS: ForwardingCode = {
  activate: (n) => ["61", "67", "62"].map((service) => `**${service}*${withCountry(n)}#`),
  deactivate: ["##61#", "##67#", "##62#"],
  note: "Three codes: no answer, busy, and out of reach. Press call after each and wait for the message on the screen.",
  confidence: "good",
  source: GSM_SOURCE,
};

const ALL_IN_ONE: ForwardingCode = {
  activate: (n) => [`**004*${withCountry(n)}#`],
  deactivate: ["##004#"],
  note: "One code for no answer, busy and out of reach together.",
  confidence: "good",
  source: GSM_SOURCE,
};

const CONDITIONAL_LANDLINE: ForwardingCode = {
  activate: (n) => [`*92${tenDigits(n)}`, `*90${tenDigits(n)}`],
  deactivate: ["*93", "*91"],
  note: "The first is for no answer, the second for busy. Some lines want a dial tone between the code and the number. Stay on the line until the call is answered.",
  confidence: "common",
  source: LANDLINE_SOURCE,
};

const PORTAL: ForwardingCode = {
  activate: () => [],
  deactivate: [],
  note: "Sign in to your provider's portal or app, open call forwarding, and set it for no answer and busy. Leave forwarding of all calls off.",
  confidence: "portal",
  source: "Provider portals; no code of their own",
};

export const FORWARDING_CODES: readonly ForwardingCarrier[] = [
  {
    id: "verizon",
    name: "Verizon",
    lastChecked: CHECKED,
    codes: [
      {
        activate: (n) => [`*71${tenDigits(n)}`],
        deactivate: ["*73"],
        note: "Covers no answer and busy. Wait for the tone before you hang up.",
        confidence: "good",
        source: "verizonwireless.com/support/features/calling_features/call_forwarding.html (No Answer/Busy Transfer)",
      },
      {
        ...PORTAL,
        note: "Sign in to My Verizon, open your device, then Manage call forwarding, and choose No answer or busy.",
        source: "livcellular.com/call-forwarding-faqs, Verizon No Answer/Busy Transfer",
      },
    ],
  },
  {
    id: "att",
    name: "AT&T",
    lastChecked: CHECKED,
    codes: [
      {
        activate: (n) => ["61", "67", "62"].map((service) => `*${service}*${withCountry(n)}#`),
        deactivate: ["##61#", "##67#", "##62#"],
        note: "Three codes: no answer, busy, and out of reach. Press call after each.",
        confidence: "verify",
        source: "adaptlocal.ai/help/call-forwarding, phonenews.com AT&T conditional call forwarding",
      },
      { ...THREE_LEGS, confidence: "verify", source: "autoforwardtext.com knowledge base, article 48" },
      {
        ...ALL_IN_ONE,
        activate: (n) => [`*004*${withCountry(n)}#`],
        confidence: "verify",
        source: "Reported by practitioners; sources disagree",
      },
      {
        activate: (n) => [`*92${tenDigits(n)}#`, `*90${tenDigits(n)}#`],
        deactivate: ["*93#", "*91#"],
        note: "The first is for no answer, the second for busy.",
        confidence: "verify",
        source: "help.housecallpro.com call forwarding index, AT&T Wireless",
      },
    ],
  },
  {
    id: "t_mobile",
    name: "T-Mobile",
    lastChecked: CHECKED,
    codes: [
      { ...THREE_LEGS, deactivate: ["##004#"], source: `${GSM_SOURCE}, rkazda.github.io/tmobile-ccf-analysis` },
      {
        ...ALL_IN_ONE,
        note: "One code for all three. It can take only in part without saying so, so make the test call.",
        confidence: "verify",
        source: "rkazda.github.io/tmobile-ccf-analysis",
      },
    ],
  },
  {
    id: "us_cellular",
    name: "US Cellular",
    lastChecked: CHECKED,
    codes: [
      {
        ...CONDITIONAL_LANDLINE,
        note: "The first is for no answer, the second for busy. We found no page of the carrier that confirms these codes.",
        confidence: "unverified",
        source: "Common in the US; not confirmed by the carrier",
      },
      { ...THREE_LEGS, confidence: "unverified" },
      { ...PORTAL, note: "Call 611 from this phone and ask for no answer and busy transfer to your Ringback number." },
    ],
  },
  {
    id: "us_landline",
    name: "Landline",
    lastChecked: CHECKED,
    codes: [
      CONDITIONAL_LANDLINE,
      {
        activate: (n) => ["*92", tenDigits(n)],
        deactivate: ["*93"],
        note: "Dial the code, wait for the dial tone, then dial the number. Some lines ask for the number of rings first (2 to 9), and some switch off with *99.",
        confidence: "verify",
        source: RURAL_SOURCE,
      },
      {
        ...PORTAL,
        note: "Ask your phone company for call forwarding on no answer and busy. Some have to switch it on first.",
      },
    ],
  },
  {
    id: "us_cable",
    name: "Xfinity, Spectrum, Cox or other cable phone",
    lastChecked: CHECKED,
    codes: [PORTAL, CONDITIONAL_LANDLINE],
  },
  {
    id: "office_system",
    name: "Office phone system (RingCentral, 8x8, Nextiva, Grasshopper, Google Voice)",
    lastChecked: CHECKED,
    codes: [
      {
        ...PORTAL,
        note: "In your system's settings, send unanswered and busy calls to your Ringback number in place of voicemail, after about 20 seconds of ringing.",
      },
      { ...CONDITIONAL_LANDLINE, confidence: "unverified" },
    ],
  },
  {
    id: "canada_mobile",
    name: "Rogers, Bell, Telus or other mobile in Canada",
    lastChecked: CHECKED,
    codes: [THREE_LEGS, ALL_IN_ONE],
  },
  {
    id: "canada_landline",
    name: "Landline in Canada",
    lastChecked: CHECKED,
    codes: [CONDITIONAL_LANDLINE, PORTAL],
  },
  {
    id: "other",
    name: "Something else",
    lastChecked: CHECKED,
    codes: [{ ...THREE_LEGS, confidence: "verify" }, { ...CONDITIONAL_LANDLINE, confidence: "verify" }, PORTAL],
  },
];

export function findForwardingCarrier(id: string | null): ForwardingCarrier | null {
  return FORWARDING_CODES.find((carrier) => carrier.id === id) ?? null;
}

/** A `tel:` link phones understand: star and hash have to be escaped. iPhones refuse it all the same: offer Copy there. */
export function dialLink(code: string): string {
  return `tel:${code.replaceAll("*", "%2A").replaceAll("#", "%23")}`;
}
