import { callerSlots, callLegs, calls, recoveries, webhooks } from "@/db/schema/calls";
import { consentRecords, optOuts } from "@/db/schema/consent";
import { leadEvents, leads, messages } from "@/db/schema/leads";
import { excludedNumbers } from "@/db/schema/phone";
import { encodeCursor } from "@/lib/leads/cursor";
import type { Database } from "./database";
import type { Ids } from "./ids";
import { plantNumber, plantPhone, plantSpareNumber, plantUnfinishedNumber } from "./plant-workspace";
import type { Seed } from "./world";

/** The ids whose rows this file makes. */
export type RowIds = Omit<
  Ids,
  | "workspace"
  | "workspaceId"
  | ("words" | "digits")
  | ("carrierNumber" | "carrierSid" | "resetToken" | "email")
  | ("signUpToken" | "invitationToken" | "newcomer")
>;

type Planting = { database: Database; seed: Seed; number: string; phone: string };

/** A row in every table a screen reads from, and the ids of rows that were made and taken away again. */
export async function plantRows(database: Database, seed: Seed): Promise<{ here: RowIds; gone: RowIds }> {
  const { workspaceId } = seed;
  const planting = { database, seed, ...(await plantNumber(database, seed)) };
  const { number, phone, newPhone } = planting;
  await plantUnfinishedNumber(database, seed);
  const spareNumber = await plantSpareNumber(database, seed, "active");
  const here: RowIds = { number, phone, newPhone, spareNumber, ...(await plantAll(planting)) };
  await plantTroubled(planting, here.lead);
  const goneNumber = await plantSpareNumber(database, seed, "released");
  const gonePhone = await plantPhone(database, seed, goneNumber);
  const gone: RowIds = {
    ...{ number: goneNumber, spareNumber: goneNumber, phone: gonePhone.id, newPhone: gonePhone.e164 },
    ...(await plantAll(planting)),
  };
  await removeRows(database, workspaceId, gone);
  return { here, gone };
}

async function removeRows({ raw: sql }: Database, workspaceId: string, gone: RowIds): Promise<void> {
  await sql`delete from lead_events where workspace_id = ${workspaceId} and lead_id = ${gone.lead}`;
  await sql`delete from messages where workspace_id = ${workspaceId} and id in ${sql([gone.queuedText, gone.picture])}`;
  await sql`delete from recoveries where workspace_id = ${workspaceId} and call_id = ${gone.call}`;
  await sql`delete from calls where workspace_id = ${workspaceId} and id = ${gone.call}`;
  await sql`delete from leads where workspace_id = ${workspaceId} and id = ${gone.lead}`;
  await sql`delete from excluded_numbers where workspace_id = ${workspaceId} and id = ${gone.exclusion}`;
  await sql`delete from ring_phones where workspace_id = ${workspaceId} and id = ${gone.phone}`;
}

async function plantAll(planting: Planting): Promise<Omit<RowIds, "number" | "phone" | "newPhone" | "spareNumber">> {
  const { lead, e164 } = await plantLead(planting);
  const [call, move, queuedText, picture, exclusion] = await Promise.all([
    plantCall(planting, { lead, e164 }),
    plantMove(planting, lead),
    plantQueuedText(planting, { lead, e164 }),
    plantPicture(planting),
    plantExclusion(planting),
  ]);
  const cursor = encodeCursor({ at: new Date(Date.now() + 3_600_000), id: lead });
  // Ids that a browser makes: here, ones that a text and a step of the timeline have already.
  const made = { newText: queuedText, newNote: move };
  return { lead, call, callSid: sidOf(call), move, queuedText, picture, exclusion, cursor, ...made };
}

/** Long enough ago that the words for it stay the same for as long as the test takes. */
const hoursAgo = () => new Date(Date.now() - 3.5 * 3_600_000);

type Caller = { lead: string; e164: string };

/** Somebody who waits for a reply, with everything known about them. */
export async function plantLead({ database, seed }: Pick<Planting, "database" | "seed">): Promise<Caller> {
  const { token, workspaceId, people, newId, newPhone } = seed;
  const [lead, e164, now] = [newId(), newPhone(), hoursAgo()];
  await database.insert(leads).values({
    workspaceId,
    id: lead,
    callerE164: e164,
    name: `${token} caller`,
    need: `${token} need`,
    address: `${token} street`,
    source: "missed_call",
    stage: "talking",
    callCount: 1,
    waitingSince: now,
    lastExchangeAt: now,
    lastText: `${token} last text`,
    lastTextAuthor: "caller",
    lastActivityAt: now,
    createdAt: now,
  });
  await database.insert(leadEvents).values({
    ...{ workspaceId, id: newId(), leadId: lead, kind: "note", actorUserId: people.member.userId },
    note: `${token} note`,
  });
  return { lead, e164 };
}

export async function plantMove(
  { database, seed }: Pick<Planting, "database" | "seed">,
  lead: string,
): Promise<string> {
  const { workspaceId, people, newId } = seed;
  const id = newId();
  await database.insert(leadEvents).values({
    ...{ workspaceId, id, leadId: lead, kind: "stage_moved", actorUserId: people.member.userId },
    ...{ fromStage: "new", toStage: "talking" },
  });
  return id;
}

export async function plantExclusion({ database, seed }: Pick<Planting, "database" | "seed">): Promise<string> {
  const { token, workspaceId, people, newId, newPhone } = seed;
  const id = newId();
  const row = { workspaceId, id, e164: newPhone(), label: `${token} excluded`, addedBy: people.owner.userId };
  await database.insert(excludedNumbers).values({ ...row, kind: "personal" });
  return id;
}

/** A member's text that waits, for longer than any run takes. */
export async function plantQueuedText(
  { database, seed, number }: Omit<Planting, "phone">,
  { lead, e164 }: Caller,
): Promise<string> {
  const { token, workspaceId, people, bought, newId } = seed;
  const id = newId();
  await database.insert(messages).values({
    ...{ workspaceId, id, leadId: lead, numberId: number, purpose: "reply", author: "member" },
    ...{ authorUserId: people.member.userId, fromE164: bought.e164, toE164: e164, body: `${token} reply` },
    ...{ status: "queued", dueAt: new Date(Date.now() + 86_400_000) },
  });
  await database.insert(leadEvents).values({
    ...{ workspaceId, id: newId(), leadId: lead, kind: "message", messageId: id, actorUserId: people.member.userId },
  });
  return id;
}

/** A picture from a number that makes no lead. */
async function plantPicture({ database, seed, number }: Planting): Promise<string> {
  const { token, workspaceId, bought, newId, newPhone } = seed;
  const id = newId();
  await database.insert(messages).values({
    ...{ workspaceId, id, numberId: number, purpose: "inbound", author: "caller", status: "received" },
    ...{ fromE164: newPhone(), toE164: bought.e164, body: `${token} unmatched`, providerSid: `SM${id}` },
    media: [{ url: seed.bought.pictureUrl, contentType: "image/png" }],
  });
  return id;
}

/** What the carrier calls it by. No words in it: addresses of webhooks hold it, and the log tells of those. */
const sidOf = (call: string) => `CA${call}`;

/** A missed call that was not texted about, for a reason that a person may overrule. */
export async function plantCall(
  { database, seed, number, phone }: Planting,
  { lead, e164 }: Caller,
  told: Partial<typeof recoveries.$inferInsert> = {},
): Promise<string> {
  const { token, workspaceId, newId, newPhone } = seed;
  const [call, now] = [newId(), hoursAgo()];
  const sid = sidOf(call);
  await database.insert(calls).values({
    ...{ workspaceId, id: call, numberId: number, providerSid: sid, callerE164: e164, callerKind: "phone" },
    ...{
      forwardedFrom: newPhone(),
      state: "missed",
      route: "miss",
      leadId: lead,
      startedAt: now,
      endedAt: now,
      rangSeconds: 20,
    },
  });
  await database.insert(callLegs).values({
    ...{ workspaceId, callId: call, providerSid: sidOf(newId()), phoneId: phone, state: "completed" },
  });
  await database.insert(webhooks).values({
    ...{ workspaceId, id: newId(), providerSid: sid, kind: "incoming", status: "ringing" },
    ...{ params: { From: e164, CallerName: `${token} params` }, answer: `${token} answer` },
  });
  await database.insert(recoveries).values({
    ...{ workspaceId, id: newId(), callId: call, callStartedAt: now, leadId: lead, callerE164: e164, decidedAt: now },
    ...{ state: "skipped", reason: "within_cool_down" },
    trace: [{ check: "cool_down", verdict: "stopped", detail: `${token} trace` }],
    facts: { coolDown: { words: `${token} facts` } },
    ...told,
  });
  await database.insert(leadEvents).values({ workspaceId, id: newId(), leadId: lead, kind: "call", callId: call });
  return call;
}

/** Somebody one cannot text, for each reason that is told in words of the workspace's own; and a lead's opening text. */
async function plantTroubled(planting: Planting, textedLead: string): Promise<void> {
  const { database, seed, number } = planting;
  const { token, workspaceId, people, bought, newId } = seed;
  const caller = await plantLead(planting);
  const { lead: leadId, e164 } = caller;
  await database.raw`update leads set stage = 'lost', waiting_since = null, lost_reason = ${`${token} lost reason`},
      needs_attention = ${`${token} attention`}, delivery_problem = ${`${token} undelivered`}
      where workspace_id = ${workspaceId} and id = ${leadId}`;
  const messageId = newId();
  await database.insert(messages).values({
    ...{ workspaceId, id: messageId, leadId: textedLead, numberId: number },
    ...{ purpose: "text_back", author: "automatic" },
    ...{ fromE164: bought.e164, toE164: e164, body: `${token} opening`, status: "delivered" },
    ...{ providerSid: `SM${messageId}`, claimedBy: `${token} worker`, acceptedAt: new Date() },
  });
  await database
    .insert(leadEvents)
    .values({ workspaceId, id: newId(), leadId: textedLead, kind: "message", messageId });
  await plantCall(planting, caller, { state: "texted", reason: null, messageId, textedAt: new Date() });
  await database.insert(callerSlots).values({ workspaceId, callerE164: e164, lastOpeningAt: new Date() });
  await database.insert(consentRecords).values({
    ...{ workspaceId, id: newId(), callerE164: e164, basis: "notice_played", noticeWords: `${token} heard` },
  });
  const [row] = await database.raw<{ hash: string }[]>`
    select caller_hash(opt_out_key, ${e164}) as hash from workspaces where id = ${workspaceId}`;
  await database.insert(optOuts).values({
    ...{ workspaceId, callerHash: row?.hash ?? "", source: "wording", words: `${token} opt-out words` },
    byUserId: people.member.userId,
  });
  await database.insert(excludedNumbers).values({
    ...{ workspaceId, id: newId(), e164, kind: "blocked", label: `${token} blocked`, addedBy: people.admin.userId },
  });
}
