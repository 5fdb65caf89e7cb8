import { setTimeout as sleep } from "node:timers/promises";
import { step } from "@/scripts/lib/steps.mjs";
import type { Ground } from "../ground";
import { startServer } from "../servers";
import { percentile } from "../statistics";
import { emptyTables } from "../tenants";
import { callerAt } from "../twilio-requests";
import { directCall, forwardedCall } from "./call-script";
import { type RequestedAt, startCarrier } from "./local-carrier";
import { type Sent, sendByTheClock, type Timed } from "./open-loop";

export type Spread = { p50: number; p95: number; p99: number; max: number };
export type Latency = {
  calls: number;
  webhooks: number;
  /** Webhooks that did not get a 200, and callers without exactly one request for their text; the warm-up's as well. */
  refused: number;
  notTextedOnce: number;
  /** Milliseconds from when a webhook was due to its whole answer. */
  answer: Spread;
  /** From when the webhook was due that made the call missed, to the request for the text at the carrier. */
  missToRequest: Spread;
  /** From the call's arrival, with the ringing and the notice in it. */
  arrivalToRequest: Spread;
};

const CALLS_PER_SECOND = 20;
const PATIENCE_SECONDS = 30;
/** Far from the callers of the other parts. */
const FIRST_TURN = 4_000_000;

/** Missed calls by the clock against everything at once: database, carrier, web and worker. */
export async function benchLatency(ground: Ground, { quick }: { quick: boolean }): Promise<Latency> {
  const carrier: Carrier = await step("Starting the local carrier", () => startCarrier(ground));
  const { port } = await startServer(ground, "a");
  await ringSomeDirectly(ground);
  await emptyTables(ground.sql, ground.tenants);
  const worker = ["--import", "tsx", "scripts/worker.ts"];
  ground.supervisor.start({ name: "worker", args: worker, env: ground.env, graceMs: 12_000 });

  const warmUpSeconds = quick ? 5 : 15;
  const seconds = warmUpSeconds + (quick ? 20 : 60);
  const sent: Sent[] = await step(`Calling ${CALLS_PER_SECOND} times a second for ${seconds} s`, () =>
    sendByTheClock(port, webhooksOf(ground, seconds * CALLS_PER_SECOND)),
  );
  const finals = sent.filter(({ final }) => final);
  const requests: RequestedAt[] = await step("Waiting for the last texts", () => requestsFor(carrier, finals));
  return measure({ sent, requests, from: warmUpSeconds * 1_000 });
}

/** Every fourth business rings a phone first; all play the notice. */
const isDirect = (place: number) => place % 4 === 0;

async function ringSomeDirectly({ sql, tenants }: Ground): Promise<void> {
  const direct = tenants.filter((_, place) => isDirect(place)).map(({ numberId }) => numberId);
  await sql`update numbers set mode = 'direct' where id in ${sql(direct)}`;
  await sql`update recovery_settings set notice_on = true`;
}

function webhooksOf({ tenants, account }: Ground, calls: number): Timed[] {
  return Array.from({ length: calls }, (_, index) => {
    const call = callerAt(FIRST_TURN + index, tenants);
    const script = isDirect(tenants.indexOf(call.to)) ? directCall : forwardedCall;
    const arrivedMs = (index * 1_000) / CALLS_PER_SECOND;
    return script(call, account).map((moment) => ({
      ...moment,
      from: call.from,
      dueMs: arrivedMs + moment.afterMs,
    }));
  }).flat();
}

type Carrier = Awaited<ReturnType<typeof startCarrier>>;

/** Every request for a text to one of these callers; waits a while until each has one. */
async function requestsFor(carrier: Carrier, finals: Sent[]): Promise<RequestedAt[]> {
  const callers = new Set(finals.map(({ from }) => from));
  for (const end = Date.now() + PATIENCE_SECONDS * 1_000; ; await sleep(500)) {
    const requests = (await carrier.requests()).filter(({ to }) => callers.has(to));
    if (requests.length >= callers.size || Date.now() > end) return requests;
  }
}

type Run = { sent: Sent[]; requests: RequestedAt[]; from: number };

function measure({ sent, requests, from }: Run): Latency {
  const requestedAt = new Map<string, number[]>();
  for (const { to, at } of requests) requestedAt.set(to, [...(requestedAt.get(to) ?? []), at]);
  const measured = sent.filter(({ dueMs, afterMs }) => dueMs - afterMs >= from);
  const finals = measured.filter(({ final }) => final);
  const texted = finals.flatMap((one) => (requestedAt.get(one.from) ?? []).map((at) => ({ ...one, at })));
  return {
    calls: finals.length,
    webhooks: measured.length,
    refused: sent.filter(({ status }) => status !== 200).length,
    notTextedOnce: sent.filter(({ final, from }) => final && requestedAt.get(from)?.length !== 1).length,
    answer: spread(measured.map(({ ms }) => ms)),
    missToRequest: spread(texted.map(({ at, dueAt }) => at - dueAt)),
    arrivalToRequest: spread(texted.map(({ at, dueAt, afterMs }) => at - dueAt + afterMs)),
  };
}

function spread(values: number[]): Spread {
  const at = (percent: number) => percentile(values, percent);
  return { p50: at(50), p95: at(95), p99: at(99), max: at(100) };
}
