import { eq, sql } from "drizzle-orm";
import { sweeps } from "@/db/schema/system";
import { asSystem, lookUp } from "@/db/tenant";
import { receiveMessage } from "@/lib/conversations/receive-message";
import { recordDelivery } from "@/lib/conversations/record-delivery";
import { type HealthNote, recordHealth } from "@/lib/health/record-health";
import { log } from "@/lib/log";
import { recordSweptCall } from "@/lib/recovery/intake/record-swept-call";
import { type CarrierCall, getCall, listCalls } from "@/lib/twilio/calls";
import { getMessage, listMessages } from "@/lib/twilio/messages";
import type { Failure } from "@/lib/twilio/request";

/** How far behind the last reading to begin again: lists lag, and calls end long after they begin. */
const OVERLAP_MS = 15 * 60_000;
/** A text's own webhook knows more than the list does, its pictures above all, and is given the time to come. */
const WEBHOOK_FIRST_MS = 60_000;
const STALE_CALL = "2 minutes";
const UNDELIVERED_FOR = "5 minutes";
const MOST = 100;

/**
 * Reads at the carrier what its webhooks should have told us, and feeds it to the same verbs. Any number of sweepers at
 * once do no harm: the verbs know what they have seen.
 */
export async function sweep(): Promise<void> {
  const clock = await readClocks();
  const refusals: Failure[] = [];
  let found = 0;
  const count = async (isNew: Promise<boolean>) => {
    if (await isNew) found += 1;
  };
  await since("calls", clock, async (from) => {
    const answer = await listCalls({ since: from });
    if (!answer.ok) return refused("calls", answer, refusals);
    const settled = await settledAmong(answer.calls.map(({ sid }) => sid));
    for (const call of answer.calls.reverse())
      if (!settled.has(call.sid)) await each(() => count(sweepCall(call, clock)));
    return true;
  });
  await since("messages", clock, async (from) => {
    const answer = await listMessages({ since: from });
    if (!answer.ok) return refused("messages", answer, refusals);
    const late = clock.realNow.getTime() + clock.offsetMs - WEBHOOK_FIRST_MS;
    const inbound = answer.messages.filter((m) => m.direction === "inbound" && m.createdAt.getTime() < late);
    for (const { sid, from, to, body, createdAt } of inbound.reverse()) {
      const receivedAt = new Date(createdAt.getTime() + clock.offsetMs);
      const received = () => receiveMessage({ sid, from, to, body, media: [], optOutType: null, receivedAt });
      await each(() => count(received().then(({ outcome }) => outcome === "received")));
    }
    return true;
  });
  await sweepStaleCalls(clock, count);
  await sweepUndelivered();
  await recordHealth("sweep", healthOf(refusals, found));
}

function healthOf([refusal]: Failure[], found: number): HealthNote {
  const details = { found };
  if (!refusal) return { state: "working", details };
  if (refusal.noAccount) return { state: "warning", code: "no_account", details };
  return { state: "failing", code: refusal.kind === "refused" ? "refused" : "unreachable", details };
}

/** The database's real time, which the carrier shares, and what `app_now()` adds to it. */
type Clocks = { realNow: Date; offsetMs: number };

async function readClocks(): Promise<Clocks> {
  const [row] = await lookUp<{ real: string; offset: string }>(sql`
    select (extract(epoch from statement_timestamp()) * 1000)::bigint as real,
      (extract(epoch from app_now() - statement_timestamp()) * 1000)::bigint as offset`);
  if (!row) throw new Error("The database did not tell the time");
  return { realNow: new Date(Number(row.real)), offsetMs: Number(row.offset) };
}

async function since(name: string, clock: Clocks, read: (from: Date) => Promise<boolean>): Promise<void> {
  const [row] = await asSystem((tx) => tx.select().from(sweeps).where(eq(sweeps.name, name)));
  const last = row?.readUntil ?? clock.realNow;
  const complete = await read(new Date(last.getTime() - OVERLAP_MS));
  if (!complete) return;
  await asSystem((tx) =>
    tx
      .insert(sweeps)
      .values({ name, readUntil: clock.realNow })
      .onConflictDoUpdate({
        target: sweeps.name,
        set: { readUntil: sql`greatest(${sweeps.readUntil}, excluded.read_until)` },
      }),
  );
}

/** True when the call's end was not known here before. */
async function sweepCall(call: CarrierCall, { offsetMs }: Clocks): Promise<boolean> {
  if (call.direction !== "inbound" || call.parentSid !== null) return false;
  const shifted = (at: Date | null) => at && new Date(at.getTime() + offsetMs);
  return recordSweptCall({
    ...call,
    startedAt: shifted(call.startedAt ?? call.createdAt),
    endedAt: shifted(call.endedAt),
  });
}

type Count = (isNew: Promise<boolean>) => Promise<void>;

async function sweepStaleCalls(clock: Clocks, count: Count): Promise<void> {
  const stale = await lookUp<{ provider_sid: string }>(
    sql`select * from stale_calls(${STALE_CALL}::interval, ${MOST})`,
  );
  for (const { provider_sid } of stale) {
    const answer = await getCall(provider_sid);
    if (answer.ok) await each(() => count(sweepCall(answer.call, clock)));
  }
}

async function sweepUndelivered(): Promise<void> {
  const open = await lookUp<{ message_id: string; provider_sid: string }>(
    sql`select * from undelivered_messages(${UNDELIVERED_FOR}::interval, ${MOST})`,
  );
  for (const { message_id: messageId, provider_sid: sid } of open) {
    const answer = await getMessage(sid);
    if (answer.ok) {
      const { status, errorCode } = answer.message;
      await each(() => recordDelivery({ messageId, sid, status, errorCode }));
    }
  }
}

/** Most of what a list holds has been decided long ago: asked in one statement, not one by one. */
async function settledAmong(sids: string[]): Promise<Set<string>> {
  const rows = await lookUp<{ provider_sid: string }>(
    sql`select * from ended_calls(array(select jsonb_array_elements_text(${JSON.stringify(sids)}::jsonb)))`,
  );
  return new Set(rows.map((row) => row.provider_sid));
}

/** What cannot be taken in comes again with every reading of the overlap, and must not keep the rest from its turn. */
async function each(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error("sweep.failed", error);
  }
}

function refused(what: string, refusal: Failure, refusals: Failure[]): false {
  log.warn("sweep.refused", { what, words: refusal.words });
  refusals.push(refusal);
  return false;
}
