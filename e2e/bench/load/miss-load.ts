import { webhookPaths } from "@/lib/twilio/webhook-urls";
import { percentile } from "../statistics";
import type { Tenant } from "../tenants";
import { type Account, callerAt, forwardedBy, signedPost, voiceParams } from "../twilio-requests";
import { Connection, requestBytes } from "./connection";

export type Load = {
  port: number;
  concurrency: number;
  warmUpSeconds: number;
  seconds: number;
  /** Callers from this turn on have not called yet. */
  firstTurn: number;
  tenants: Tenant[];
  account: Account;
};

export type Measured = {
  /** Requests sent, those of the warm-up among them. */
  sent: number;
  answers: Record<number, number>;
  /** Answered within the measured seconds. */
  counted: number;
  p50: number;
  p99: number;
};

/** More than any server here can take; made beforehand, so that signing costs the measured seconds nothing. */
const MOST_PER_SECOND = 1_500;

/** Misses from new callers: always `concurrency` of them under way, for so many seconds. */
export async function sendMisses(load: Load, onMeasuring: () => void): Promise<Measured> {
  const { port, concurrency, warmUpSeconds, seconds } = load;
  const requests = Array.from({ length: (warmUpSeconds + seconds) * MOST_PER_SECOND }, (_, index) =>
    missRequest(load.firstTurn + index, load),
  );
  const connections = await Promise.all(Array.from({ length: concurrency }, () => Connection.open(port)));
  const from = performance.now() + warmUpSeconds * 1_000;
  const until = from + seconds * 1_000;
  const answers: Record<number, number> = {};
  const times: number[] = [];
  let sent = 0;

  async function keepSending(connection: Connection): Promise<void> {
    for (let began = performance.now(); began < until; began = performance.now()) {
      const request = requests[sent];
      if (!request) throw new Error(`The server took more than ${MOST_PER_SECOND} misses a second: raise that`);
      sent += 1;
      const status = await connection.send(request);
      answers[status] = (answers[status] ?? 0) + 1;
      const ended = performance.now();
      if (ended >= from && ended < until) times.push(ended - began);
    }
  }

  const timer = setTimeout(onMeasuring, warmUpSeconds * 1_000);
  try {
    await Promise.all(connections.map(keepSending));
  } finally {
    clearTimeout(timer);
    for (const connection of connections) connection.close();
  }
  return { sent, answers, counted: times.length, p50: percentile(times, 50), p99: percentile(times, 99) };
}

function missRequest(turn: number, { tenants, account }: Load): Buffer {
  const call = callerAt(turn, tenants);
  const params = voiceParams(call, account, { CallStatus: "ringing", ...forwardedBy(call.to) });
  const { headers, body } = signedPost(webhookPaths.voiceIncoming, params, account);
  return requestBytes(webhookPaths.voiceIncoming, headers, body);
}
