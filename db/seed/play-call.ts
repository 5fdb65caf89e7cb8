import type { RecoveryState } from "@/db/enums";
import { textCents } from "@/lib/phone/costs";
import { type Decision, decide, KEEPS_LEAD } from "@/lib/recovery/decide";
import type { Facts } from "@/lib/recovery/facts";
import { renderNotice, renderTextBack } from "@/lib/recovery/text-back";
import type { Book, CallRow, LeadRow, RecoveryRow } from "./book";
import { factsAt } from "./facts-at";
import { joinCall, leadOf } from "./lead-of";
import { BUSINESS, BUSINESS_LINE } from "./people";
import { sendText } from "./play-text";
import type { MissedCall, Scene, Story } from "./story";

const NOTICE_SECONDS = 6;
const later = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1000);

/** A call somebody picked up, on a phone that rang. It joins a known caller's history and makes no lead. */
export function playAnswered(
  book: Book,
  story: Story,
  { at, by, seconds }: Extract<Scene, { kind: "answered" }>,
): void {
  const rang = book.random.between(5, 14);
  const call: CallRow = {
    ...arrived(book, story, at),
    state: "answered",
    route: "ring",
    leg: "completed",
    dialStatus: "completed",
    dialBridged: true,
    acceptedBy: book.setting.phones[by] ?? null,
    acceptedAt: later(at, rang),
    endedAt: later(at, rang + seconds),
    rangSeconds: rang,
    talkSeconds: seconds,
  };
  book.rows.calls.push(call);
  const { lead } = book.of(story.e164);
  if (lead) joinCall(book, lead, { call, missed: false });
}

/** A call nobody took: decided by the real rules, with the lead and the text that follow from it. */
export function playMissed(book: Book, story: Story, scene: Extract<Scene, { kind: "missed" }>): void {
  const known = book.of(story.e164);
  const call = missedCall(book, story, scene);
  book.rows.calls.push(call);
  const now = later(call.endedAt, scene.late ?? book.random.between(2, 6) / 10);
  if (scene.pressed9) {
    book.rows.optOuts.push({ callerE164: story.e164, at: now, source: "key_press", words: null });
  }
  const facts = factsAt({ book, call, missed: scene, now });
  const decision = decide(facts);
  const makes = call.callerE164 !== null && (decision.reason === null || KEEPS_LEAD[decision.reason]);
  const born = { at: call.startedAt, source: "missed_call", caller: story.caller } as const;
  const lead = makes ? leadOf(book, story.e164, born) : call.callerE164 ? known.lead : null;
  if (lead) joinCall(book, lead, { call, missed: !scene.secondLeg });
  const recovery = recoveryRow(book, { call, lead, facts, decision });
  book.rows.recoveries.push(recovery);
  Object.assign(known, { lastCall: call, lastRecovery: recovery });
  if (scene.pressed9) known.optedOutAt = now;
  if (decision.verdict === "text" && lead) openingText(book, { call, lead, facts, recovery, scene });
}

function missedCall(book: Book, story: Story, scene: Extract<Scene, { kind: "missed" }>): CallRow {
  const { at, outcome = "missed", hungUpAfter, secondLeg } = scene;
  const provedAt = book.setting.number.forwardingProvedAt;
  const forwarded = provedAt !== null && at >= provedAt && !scene.callsBack;
  const rings = !forwarded && !secondLeg;
  const rang = rings ? (hungUpAfter ?? book.random.between(18, 25)) : null;
  const spoken = secondLeg || hungUpAfter !== undefined || outcome !== "missed" ? 0 : NOTICE_SECONDS;
  const talk = outcome === "voicemail" ? 31 : outcome === "voice_ai" ? 100 : null;
  const noticeAt = spoken > 0 ? later(at, (rang ?? 0) + 0.5) : null;
  return {
    ...arrived(book, story, at),
    ...(scene.caller ? { callerE164: null, callerKind: scene.caller } : {}),
    forwardedFrom: forwarded ? BUSINESS_LINE : null,
    verstat: scene.spoofed ? "failed" : "passed",
    state: outcome,
    route: secondLeg ? "reject" : rings ? "ring" : "miss",
    secondLegOf: secondLeg ? (book.of(story.e164).lastCall?.id ?? null) : null,
    leg: hungUpAfter === undefined ? "completed" : "canceled",
    dialStatus: rings ? "no-answer" : null,
    notice: noticeAt ? "over" : "none",
    noticeStartedAt: noticeAt,
    declinedAt: scene.pressed9 && noticeAt ? later(noticeAt, 4) : null,
    endedAt: later(at, (rang ?? hungUpAfter ?? 0) + spoken + (talk ?? 0) + 1),
    rangSeconds: rang,
    talkSeconds: talk,
    callerHungUp: hungUpAfter !== undefined,
  };
}

function arrived(book: Book, story: Story, at: Date) {
  const { workspaceId, numberId } = book.setting;
  const call = { workspaceId, id: book.random.uuid(), numberId, providerSid: book.random.sid("CA") };
  const heard = { workspaceId, providerSid: call.providerSid, params: {} };
  book.rows.webhooks.push({ ...heard, id: book.random.uuid(), kind: "incoming", status: "ringing", createdAt: at });
  return { ...call, callerE164: story.e164, callerKind: "phone" as const, startedAt: at, verstat: "passed" as const };
}

type Decided = { call: CallRow; lead: LeadRow | null; facts: Facts; decision: Decision };

function recoveryRow(book: Book, { call, lead, facts, decision }: Decided): RecoveryRow {
  const states = { text: "texting", skip: "skipped", hold: "held" } as const;
  return {
    workspaceId: call.workspaceId,
    id: book.random.uuid(),
    callId: call.id,
    callStartedAt: call.startedAt,
    leadId: lead?.id ?? null,
    callerE164: call.callerE164 ?? null,
    state: states[decision.verdict],
    reason: decision.reason,
    trace: decision.trace,
    facts: facts as unknown as Record<string, unknown>,
    heldUntil: decision.verdict === "hold" ? decision.until : null,
    decidedAt: facts.now,
    messageId: null,
    decidedBy: null,
    textedAt: null,
    errorCode: null,
  };
}

type Opening = { call: CallRow; lead: LeadRow; facts: Facts; recovery: RecoveryRow; scene: MissedCall };

function openingText(book: Book, { call, lead, facts, recovery, scene }: Opening): void {
  const { settings } = book.setting;
  const known = book.of(lead.callerE164);
  const message = sendText(book, {
    lead,
    at: facts.now,
    body: renderTextBack(settings.template, { business: BUSINESS.name, callerName: facts.caller.name }),
    purpose: "text_back",
    author: "automatic",
    recoveryId: recovery.id,
    delivery: scene.delivery,
  });
  const refused = message.status === "failed";
  const taken = message.acceptedAt ?? null;
  const state: RecoveryState = refused ? "failed" : taken ? "texted" : "unconfirmed";
  Object.assign(recovery, {
    state,
    messageId: message.id,
    textedAt: taken,
    errorCode: refused ? message.errorCode : null,
  });
  book.rows.consents.push({
    workspaceId: call.workspaceId,
    id: book.random.uuid(),
    callerE164: lead.callerE164,
    basis: call.noticeStartedAt ? "notice_played" : "public_notice_attested",
    callId: call.id,
    messageId: message.id,
    noticeVersion: call.noticeStartedAt ? settings.noticeVersion : null,
    noticeWords: call.noticeStartedAt ? renderNotice(settings.notice, { business: BUSINESS.name }) : null,
    createdAt: facts.now,
  });
  if (refused) return;
  known.lastOpeningAt = taken ?? facts.now;
  known.openings.push(facts.now);
  if (message.errorCode === 30006) known.lineType = "landline";
  book.count(lead.callerE164, facts.now, textCents(lead.callerE164, message.segments ?? 1));
}
