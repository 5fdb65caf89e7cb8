import { setTimeout as sleep } from "node:timers/promises";
import { percentile } from "../bench/statistics";
import { type Answered, exchange, plain, type Wire } from "./exchange";
import type { Kind, Target } from "./requests";

export type Measured = {
  name: string;
  /** How often each status came; 0 is a connection closed without an answer. */
  statuses: Record<number, number>;
  /** Of the web process, by process.cpuUsage, for one request. */
  cpuMs: number;
  /** Resident memory afterwards above before, and at the most above before. */
  leftKb: number;
  peakKb: number;
  /** A signed webhook beside them, 99 of 100. */
  besideMs: number;
  /** Signed webhooks beside them that did not get a 200. */
  refused: number;
};

type Usage = { cpuMicros: number; residentKb: number; peakKb: number };

export type Aim = { target: Target; port: number; probePort: number; repeats: number; webhook: () => Wire };

const AT_ONCE = 4;
const WEBHOOK_EVERY_MS = 50;

/** Sends one kind of request again and again: warm first, then measured alone, then with webhooks beside. */
export async function measureKind(kind: Kind, aim: Aim): Promise<Measured> {
  const { port, probePort, repeats } = aim;
  const statuses: Record<number, number> = {};
  const send = async (turn: number) => {
    const { status } = await exchange(port, await kind.wire(aim.target, turn));
    statuses[status] = (statuses[status] ?? 0) + 1;
  };
  await inTurn(repeats, 1, send);
  const before = await usage(probePort, "begin");
  await inTurn(repeats, 1, send);
  const after = await usage(probePort, "end");
  const beside = await withWebhooks(aim, () => inTurn(repeats, AT_ONCE, send));
  return {
    name: kind.name,
    statuses,
    cpuMs: (after.cpuMicros - before.cpuMicros) / 1_000 / repeats,
    leftKb: after.residentKb - before.residentKb,
    peakKb: after.peakKb - before.residentKb,
    besideMs: percentile(
      beside.map(({ ms }) => ms),
      99,
    ),
    refused: beside.filter(({ status }) => status !== 200).length,
  };
}

/** Sends one kind a few times and says what came back. */
export async function tryKind(kind: Kind, { target, port }: Pick<Aim, "target" | "port">): Promise<number[]> {
  const answers: number[] = [];
  for (let turn = 0; turn < 3; turn++) answers.push((await exchange(port, await kind.wire(target, turn))).status);
  return answers;
}

async function inTurn(times: number, atOnce: number, send: (turn: number) => Promise<void>): Promise<void> {
  let turn = 0;
  const sender = async () => {
    while (turn < times) await send(turn++);
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
}

/** Signed webhooks by the clock for as long as the work lasts, and at least twenty. */
async function withWebhooks({ port, webhook }: Aim, work: () => Promise<void>): Promise<Answered[]> {
  let working = true;
  const done = work().finally(() => {
    working = false;
  });
  const sent: Promise<Answered>[] = [];
  while (working || sent.length < 20) {
    sent.push(exchange(port, webhook()));
    await sleep(WEBHOOK_EVERY_MS);
  }
  await done;
  return Promise.all(sent);
}

async function usage(port: number, moment: "begin" | "end"): Promise<Usage> {
  return (await (await fetch(`http://127.0.0.1:${port}/${moment}`)).json()) as Usage;
}

/** Whether the app still serves: asked after every kind. */
export async function stillServes(port: number): Promise<boolean> {
  return (await exchange(port, plain({ path: "/pricing" }))).status === 200;
}
