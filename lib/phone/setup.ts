import type { ForwardingState, RegistrationState } from "../../db/enums";
import { regionVerdict } from "./caller-id";
import { countryOf, parsePhone } from "./e164";

const DAY = 86_400_000;
export const STALE_AFTER_DAYS = 14;
export const MOST_RING_PHONES = 10;
export const RING_SECONDS = { least: 10, most: 60 } as const;

export type ForwardingFacts = {
  forwarding: ForwardingState;
  forwardingTestUntil: Date | null;
  forwardingProvedAt: Date | null;
  lastForwardedAt: Date | null;
};

/** The forwarding state that time makes of the stored one: a test nobody called in has failed, an old proof is stale. */
export function forwardingNow(number: ForwardingFacts, now: Date): ForwardingState {
  if (number.forwarding === "waiting") return isTestOpen(number, now) ? "waiting" : "failed";
  if (number.forwarding !== "verified") return number.forwarding;
  const last = Math.max(number.lastForwardedAt?.getTime() ?? 0, number.forwardingProvedAt?.getTime() ?? 0);
  return now.getTime() - last > STALE_AFTER_DAYS * DAY ? "stale" : "verified";
}

export type ForwardingLamp = "off" | "listening" | "reached" | "works" | "failed";

/** What the three lamps show. A line that works and is checked again goes on texting while it listens. */
export function forwardingLamp(number: ForwardingFacts, now: Date): ForwardingLamp {
  if (number.forwarding === "seen") return "reached";
  if (isTestOpen(number, now)) return "listening";
  if (number.forwardingTestUntil !== null) return "failed";
  return number.forwarding === "verified" ? "works" : "off";
}

function isTestOpen({ forwardingTestUntil }: ForwardingFacts, now: Date): boolean {
  return forwardingTestUntil !== null && now < forwardingTestUntil;
}

type LineNumber = { e164: string; businessLineE164: string | null };
type RingLine = { number: LineNumber; ownE164s: string[]; phones: string[]; regions: string[] };

/** Why this phone cannot be put on the list of phones to ring, in a sentence; null when it can. */
export function whyNotRing(e164: string, line: RingLine): string | null {
  if (line.ownE164s.includes(e164)) return "That is a Ringback number. Ring a phone that somebody carries.";
  if (e164 === line.number.businessLineE164) {
    return "That line forwards its missed calls to Ringback. Calls would go in circles. Use another phone.";
  }
  if (line.phones.includes(e164)) return "That phone is already on the list.";
  if (line.phones.length >= MOST_RING_PHONES) return `You can ring ${MOST_RING_PHONES} phones. Take one off first.`;
  return whyNotRung(e164, line.regions);
}

/** Why this phone does not ring, also one that is on the list already: nobody's phone, or a country that is left out. */
export function whyNotRung(e164: string, regions: string[]): string | null {
  const words = whyNoPerson(e164);
  if (words) return words;
  const verdict = regionVerdict(e164, regions);
  if (verdict === "not_a_phone") return "That is a toll-free number. Ring a phone that somebody carries.";
  if (verdict === "allowed") return null;
  return "That phone is in a country you don't text or ring. Allow the country under Recovery, Safe limits.";
}

/** Why this cannot be the line that forwards its missed calls to the number; null when it can. */
export function whyNotBusinessLine(e164: string, line: { ownE164s: string[]; phones: string[] }): string | null {
  if (line.ownE164s.includes(e164)) return "That is a Ringback number. Enter the number your customers know.";
  if (line.phones.includes(e164)) {
    return "That phone is on the list of phones to ring. Calls would go in circles. Take it off the list first.";
  }
  return whyNoPerson(e164);
}

function whyNoPerson(e164: string): string | null {
  const phone = parsePhone(e164);
  if (!phone.ok) return phone.why;
  if (phone.kind === "premium") return "That is a premium number. Calls to it are charged extra.";
  if (phone.kind === "satellite") return "That is a satellite phone. Calls to it cost dollars a minute.";
  return null;
}

/** Carriers ask for a registration from US numbers; toll-free ones need one as well, of another kind. */
export function needsRegistration(e164: string): boolean {
  const phone = parsePhone(e164);
  const tollFree = phone.ok && phone.kind === "toll_free" && e164.startsWith("+1");
  return tollFree || countryOf(e164) === "US";
}

/** What a workspace's registration becomes when its numbers change. What somebody has filed or attested stays. */
export function registrationWith(current: RegistrationState, liveE164s: string[]): RegistrationState {
  if (current !== "not_needed" && current !== "not_started") return current;
  return liveE164s.length > 0 && !liveE164s.some(needsRegistration) ? "not_needed" : "not_started";
}
