import { randomUUID, randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { calls, recoveries } from "@/db/schema/calls";
import { leads, leadEvents, messages } from "@/db/schema/leads";
import { users } from "@/db/schema/people";
import { ringPhones, excludedNumbers } from "@/db/schema/phone";
import { workspaces, memberships } from "@/db/schema/workspaces";
import { asSystem, withWorkspace } from "@/db/tenant";
import { makeWorkspace } from "@/db/testing/factories";
import { newSessionCookieValue } from "@/lib/auth/session-cookie";
import { decide } from "@/lib/recovery/decide";
import type { Facts } from "@/lib/recovery/facts";
import { writeFileSync } from "node:fs";

const w = await makeWorkspace({ name: "Alder & Sons", number: { e164: "+15035550142" } });
const fresh = await makeWorkspace({ name: "Birch Dental", number: { e164: "+15035550900", forwarding: "not_started", forwardingProvedAt: null }, settings: { registration: "not_started" } });
const workspaceId = w.workspaceId;
const now = new Date();
const MIN = 60_000, DAY = 86_400_000;
const luis = randomUUID(), dana = randomUUID();
await withWorkspace(workspaceId, async (tx) => {
  await tx.update(workspaces).set({ slug: "alder", detail: "Plumbing, Portland OR" }).where(eq(workspaces.id, workspaceId));
  await tx.insert(ringPhones).values([{ workspaceId, id: luis, numberId: w.numberId, e164: "+15035551001", label: "Luis Ortega", position: 1 }, { workspaceId, id: dana, numberId: w.numberId, e164: "+15035551002", label: "Dana Whitfield", position: 2 }]);
});
await withWorkspace(fresh.workspaceId, (tx) => tx.update(workspaces).set({ slug: "birch" }).where(eq(workspaces.id, fresh.workspaceId)));
await withWorkspace(fresh.workspaceId, (tx) => tx.insert(memberships).values({ workspaceId: fresh.workspaceId, userId: w.ownerId, role: "owner" }));

function base(at: Date, rang: number): Facts {
  return { now: at, heldUntil: null,
    call: { outcome: "missed", startedAt: at, endedAt: at, rangSeconds: rang, answeredBy: null, secondLeg: false, declinedByVoice: false, textVoicemailCalls: false },
    line: { workspaceActive: true, numberState: "active", mode: "forwarding", hasPhones: true, forwarding: "verified", forwardingProvedAt: now, pausedUntil: null, pausedBy: null, textBackOn: true },
    voice: null, plan: { plan: "solo", status: "active", trialEndsAt: null, graceEndsAt: null, callersThisMonth: 12, callerAlreadyCounted: false },
    registration: "approved", caller: { kind: "phone", lineType: "mobile", region: "allowed", country: "US", ownNumber: false, spoofed: false, name: null },
    refusals: { optedOutAt: null, optedOutBy: null, blocked: false, blockedBy: null, personalContact: false },
    conversation: { lastExchangeAt: null, activeMinutes: 30 }, coolDown: { lastOpeningAt: null, openingPending: false, minutes: 60 },
    limits: { callersThisHour: 0, hourlyCap: 30, callersToday: 0, dailyCap: 200, spentTodayCents: 0, dailySpendCapCents: 500, automaticToCaller: 0 },
    hours: { schedule: Array.from({ length: 7 }, () => [{ from: "00:00", to: "24:00" }]), timeZone: "America/Los_Angeles", replyAnyHour: true } };
}
type Want = { ago: number; from: string | null; name?: string; need?: string; rang?: number; hung?: boolean; answered?: { by: string; talk: number }; ringing?: boolean; tweak?: (f: Facts) => void; reply?: string; waiting?: number; booked?: number; undelivered?: number; hold?: boolean };
const leadIds = new Map<string, string>();
async function add(want: Want) {
  const at = new Date(now.getTime() - want.ago * MIN);
  const id = randomUUID();
  await withWorkspace(workspaceId, async (tx) => {
    let leadId: string | null = want.from ? (leadIds.get(want.from) ?? null) : null;
    if (want.from && !leadId) {
      leadId = randomUUID(); leadIds.set(want.from, leadId);
      await tx.insert(leads).values({ workspaceId, id: leadId, callerE164: want.from, name: want.name ?? null, need: want.need ?? null, source: "missed_call", createdAt: at, lastActivityAt: at, callCount: 1 });
    }
    await tx.insert(calls).values({ workspaceId, id, numberId: w.numberId, providerSid: `CA${randomBytes(16).toString("hex")}`, callerE164: want.from, callerKind: want.from ? "phone" : "withheld", state: want.ringing ? "ringing" : want.answered ? "answered" : "missed", route: "ring", startedAt: at, endedAt: want.ringing ? null : at, rangSeconds: want.rang ?? 20, callerHungUp: want.hung ?? false, talkSeconds: want.answered?.talk ?? null, acceptedBy: want.answered?.by ?? null, leadId });
    if (want.ringing || want.answered) return;
    const f = base(at, want.rang ?? 20); f.caller.name = want.name ?? null; want.tweak?.(f);
    const d = decide(f);
    const rid = randomUUID(); let mid: string | null = null;
    const textedAt = new Date(at.getTime() + 5000 + Math.floor(Math.random() * 2500));
    if (d.verdict === "text" && leadId) {
      mid = randomUUID();
      await tx.insert(messages).values({ workspaceId, id: mid, leadId, numberId: w.numberId, purpose: "text_back", author: "automatic", fromE164: "+15035550142", toE164: want.from ?? "", body: "Alder & Sons: sorry we missed your call.", status: want.undelivered ? "undelivered" : "delivered", errorCode: want.undelivered ?? null, createdAt: at, acceptedAt: textedAt });
      if (want.reply) await tx.insert(messages).values({ workspaceId, leadId, numberId: w.numberId, purpose: "inbound", author: "caller", fromE164: want.from ?? "", toE164: "+15035550142", body: want.reply, status: "received", createdAt: new Date(textedAt.getTime() + MIN) });
      await tx.update(leads).set({ lastText: want.reply ?? "Alder", lastTextAuthor: want.reply ? "caller" : "automatic", waitingSince: want.waiting ? new Date(now.getTime() - want.waiting * MIN) : null, stage: want.booked ? "booked" : want.reply ? "talking" : "new", deliveryProblem: want.undelivered ? "Carriers filtered it as spam" : null }).where(eq(leads.id, leadId));
      if (want.booked) await tx.insert(leadEvents).values({ workspaceId, leadId, kind: "stage_moved", at: new Date(textedAt.getTime() + 30 * MIN), fromStage: "talking", toStage: "booked", amountCents: want.booked, actorUserId: w.ownerId });
    }
    await tx.insert(recoveries).values({ workspaceId, id: rid, callId: id, callStartedAt: at, leadId, callerE164: want.from, state: d.verdict === "text" ? "texted" : d.verdict === "hold" ? "held" : "skipped", reason: d.reason, trace: d.trace, facts: f as never, messageId: mid, textedAt: mid ? textedAt : null, decidedAt: new Date(at.getTime() + 400), heldUntil: d.verdict === "hold" ? d.until : null });
  });
  return id;
}
await add({ ago: 0.2, from: "+15035550195", ringing: true });
await add({ ago: 12, from: "+15035550126", name: "Sofia Reyes", rang: 22, reply: "Can you come today?" });
await add({ ago: 26, from: "+15035550188", name: "Karen Boyd", need: "Leaking water heater", rang: 24, reply: "It's leaking onto the garage floor. How soon?", waiting: 14 });
await add({ ago: 41, from: "+15035550119", name: "Jin Park", rang: 18, reply: "Thanks" });
await add({ ago: 44, from: "+15035550177", rang: 9, hung: true, reply: "Do you do drain cleaning? About how much", waiting: 38 });
await add({ ago: 63, from: "+15035550102", name: "Maple Court HOA", answered: { by: luis, talk: 252 } });
await add({ ago: 70, from: "+15035550170", name: "Rosewood Dental", need: "Backflow test", rang: 31, reply: "Need a quote in writing", waiting: 65 });
await add({ ago: 107, from: "+19715550133", rang: 25 });
const sel = await add({ ago: 92, from: "+19715550133", rang: 20, tweak: (f) => { f.coolDown.lastOpeningAt = new Date(f.now.getTime() - 15 * MIN); } });
await add({ ago: 142, from: "+15035550164", name: "Tom Hauser", need: "Running toilet", rang: 25, tweak: (f) => { f.caller.lineType = "landline"; } });
await add({ ago: 174, from: "+18005550199", rang: 2, tweak: (f) => { f.refusals.blocked = true; f.refusals.blockedBy = "Dana Whitfield"; } });
await add({ ago: 200, from: null, rang: 12, tweak: (f) => { f.caller.kind = "withheld"; } });
await add({ ago: 209, from: "+15035550108", name: "Dale Whitcomb", answered: { by: dana, talk: 110 } });
await add({ ago: 230, from: "+15035550161", rang: 21, undelivered: 30007 });
await add({ ago: 1440, from: "+15035550151", rang: 25, tweak: (f) => { f.refusals.optedOutAt = new Date(now.getTime() - 7 * DAY); f.refusals.optedOutBy = "caller"; } });
await add({ ago: 1500, from: "+15035550139", name: "Amelia Brandt", rang: 23, reply: "Yes please", booked: 54000 });
await add({ ago: 1600, from: "+15035550140", name: "Night Caller", rang: 23, tweak: (f) => { f.hours.schedule = Array.from({ length: 7 }, () => [{ from: "08:00", to: "08:01" }]); f.hours.replyAnyHour = false; } });
for (let n = 0; n < 70; n++) await add({ ago: 1700 + n * 397, from: `+1503555${String(2000 + n)}`, rang: 20 + (n % 9), ...(n % 3 ? { reply: "Hello" } : {}), ...(n % 6 === 1 ? { booked: 40000 + n * 500 } : {}) });
const cookie = await newSessionCookieValue(w.ownerId);
writeFileSync("/tmp/calls/cookie.json", JSON.stringify({ cookie, sel, workspaceId }));
console.log(sel); process.exit(0);
