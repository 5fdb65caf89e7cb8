import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { signatureOf } from "@/lib/twilio/verify-webhook";
import type { Account } from "../cluster/cluster";
import type { Random } from "../random";
import type { Recorder } from "../recorder";
import type { Webhook } from "./stories";

/** How one webhook travels. */
export type Journey = {
  /** How often it is brought altogether. */
  copies: number;
  /** The copies set out within this time; every second time two of them together. */
  spreadMs: number;
  /** Whether it is brought again and again until somebody took it, or given up as Twilio gives up. */
  untilTaken: boolean;
};

type Options = {
  account: Account;
  appUrl: string;
  ports: () => number[];
  recorder: Recorder;
  atOnce: number;
};

/** Twilio's patience for an answer, and how often it tries in all, as the app asks for in its addresses. */
const PATIENCE_MS = 5_000;
const TRIES = 3;
const BETWEEN_TRIES_MS = [200, 1_500] as const;
/** How long a webhook that has to be taken is brought again. */
const PATIENT_MS = 600_000;

type Delivery = { id: string; next: number; taken: boolean };
type Copy = { webhook: Webhook; delivery: Delivery; patient: boolean; random: Random };

class NotTaken extends Error {}

/** Brings signed webhooks straight to the app's processes and writes down every delivery and its answer. */
export class Postman {
  readonly #options: Options;
  readonly #agent: http.Agent;
  readonly #waiting: (() => void)[] = [];
  #free: number;
  #turn = 0;
  #ids = 0;
  #ending = false;
  #refused = "";
  /** Webhooks answered 2xx, repeats not counted. */
  acknowledged = 0;

  constructor(options: Options) {
    this.#options = options;
    this.#free = options.atOnce;
    this.#agent = new http.Agent({ keepAlive: true, maxSockets: options.atOnce });
  }

  /** `taken` resolves with the first 2xx, or when all has failed; `done` when every copy has had its answer. */
  bring(webhook: Webhook, journey: Journey, random: Random): { taken: Promise<void>; done: Promise<void> } {
    const id = `w${++this.#ids}`;
    const delivery: Delivery = { id, next: 1, taken: false };
    const offsets = Array.from({ length: journey.copies }, () => random.between(0, journey.spreadMs));
    if (random.chance(0.5)) offsets[0] = offsets[1] ?? 0;
    const copies = offsets.map(async (offset, copy) => {
      await sleep(offset);
      // One patient copy is enough; more would only add to the load while the app is down.
      const patient = journey.untilTaken && copy === 0;
      await this.#bringCopy({ webhook, delivery, patient, random: random.fork(`copy ${copy}`) });
      if (!delivery.taken) throw new NotTaken();
    });
    const done = Promise.allSettled(copies).then(() => this.#assertUnderstood());
    const taken = Promise.any(copies).catch(() => done);
    // Whoever waits hears of it; that nobody waits yet must not end the process.
    done.catch(() => {});
    return { taken, done };
  }

  close(): void {
    this.#ending = true;
    this.#agent.destroy();
  }

  async #bringCopy({ webhook, delivery, patient, random }: Copy): Promise<void> {
    const patience = Date.now() + (patient ? PATIENT_MS : 0);
    for (let attempt = 1; attempt <= TRIES || (Date.now() < patience && !this.#ending && !this.#refused); attempt++) {
      if (await this.#deliver(delivery.id, delivery.next++, webhook)) {
        if (!delivery.taken) this.acknowledged += 1;
        delivery.taken = true;
        return;
      }
      await sleep(random.between(...BETWEEN_TRIES_MS));
    }
  }

  /** @throws when the app has called one of the webhooks wrong: then it is the suite that is broken. */
  #assertUnderstood(): void {
    if (this.#refused) throw new Error(this.#refused);
  }

  async #deliver(id: string, delivery: number, webhook: Webhook): Promise<boolean> {
    await this.#turnstile();
    try {
      const { path, sid, status, declines } = webhook;
      const { recorder } = this.#options;
      const at = Date.now();
      const told = { ...(status ? { status } : {}), ...(declines ? { declines } : {}) };
      recorder.note({ is: "webhook", at, id, sid, path, delivery, ...told });
      const answer = await this.#post(webhook);
      const now = Date.now();
      recorder.note({ is: "answer", at: now, id, delivery, status: answer, milliseconds: now - at });
      if (answer >= 400 && answer < 500) this.#refused = `The app answered ${answer} to ${path}`;
      return answer >= 200 && answer < 300;
    } finally {
      this.#free += 1;
      this.#waiting.shift()?.();
    }
  }

  async #turnstile(): Promise<void> {
    while (this.#free === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#free -= 1;
  }

  /** @returns the status, 0 when there was none */
  #post({ path, params }: Webhook): Promise<number> {
    const { account, appUrl, ports } = this.#options;
    const live = ports();
    const port = live[this.#turn++ % Math.max(1, live.length)];
    if (port === undefined) return sleep(20, 0);
    const form = new URLSearchParams({ AccountSid: account.accountSid, ApiVersion: "2010-04-01", ...params });
    const body = form.toString();
    const headers = {
      "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
      "content-length": Buffer.byteLength(body),
      "x-twilio-signature": signatureOf(account.authToken, appUrl + path, form),
    };
    return new Promise((resolve) => {
      const request = http.request({ host: "127.0.0.1", port, method: "POST", path, headers, agent: this.#agent });
      const broken = () => resolve(0);
      request.setTimeout(PATIENCE_MS, () => request.destroy());
      request.on("error", broken).on("close", broken);
      request.on("response", (response) => {
        response.on("error", broken).on("end", () => resolve(response.statusCode ?? 0));
        response.resume();
      });
      request.end(body);
    });
  }
}
