import type { Facts } from "../facts";

/** Tuesday, ten in the morning, in Portland. */
export const NOW = new Date("2026-06-09T17:00:00Z");
export const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

/** A forwarded call that ended a moment ago, from a caller who may be texted in every respect. */
export const TEXTABLE: Facts = {
  now: NOW,
  heldUntil: null,
  call: {
    outcome: "missed",
    startedAt: ago(1),
    endedAt: NOW,
    rangSeconds: 20,
    notRung: null,
    answeredBy: null,
    secondLeg: false,
    declinedByVoice: false,
    textVoicemailCalls: false,
  },
  line: {
    workspaceActive: true,
    suspended: false,
    numberState: "active",
    mode: "forwarding",
    hasPhones: false,
    forwarding: "verified",
    forwardingProvedAt: ago(60),
    pausedUntil: null,
    pausedBy: null,
    textBackOn: true,
  },
  voice: { helped: false },
  plan: {
    plan: "free",
    status: "active",
    trialEndsAt: null,
    graceEndsAt: null,
    callersThisMonth: 4,
    callerAlreadyCounted: false,
  },
  registration: "approved",
  caller: {
    kind: "phone",
    lineType: "mobile",
    region: "allowed",
    country: "US",
    ownNumber: false,
    spoofed: false,
    name: null,
  },
  refusals: { optedOutAt: null, optedOutBy: null, blocked: false, blockedBy: null, personalContact: false },
  conversation: { lastExchangeAt: null, activeMinutes: 30 },
  coolDown: { lastOpeningAt: null, openingPending: false, minutes: 1440 },
  limits: {
    callersThisHour: 0,
    hourlyCap: 30,
    callersToday: 0,
    dailyCap: 200,
    spentTodayCents: 0,
    textCents: 2,
    dailySpendCapCents: 500,
    automaticToCaller: 0,
    installationTexts: 0,
    installationCeiling: 5000,
  },
  hours: {
    schedule: Array.from({ length: 7 }, () => [{ from: "08:00", to: "18:00" }]),
    timeZone: "America/Los_Angeles",
    replyAnyHour: true,
  },
};

type Parts = { [Part in keyof Facts]?: Facts[Part] extends object | null ? Partial<Facts[Part]> : Facts[Part] };

/** The textable call, with these parts of its facts changed. */
export function factsWith({ now, heldUntil, voice, registration, ...parts }: Parts): Facts {
  const changed = Object.fromEntries(
    Object.entries(parts).map(([part, set]) => [part, { ...TEXTABLE[part as keyof typeof parts], ...set }]),
  );
  return {
    ...TEXTABLE,
    ...changed,
    now: (now as Date | undefined) ?? TEXTABLE.now,
    heldUntil: (heldUntil as Date | null | undefined) ?? null,
    voice: voice === undefined ? TEXTABLE.voice : (voice as Facts["voice"]),
    registration: registration ?? TEXTABLE.registration,
  };
}
