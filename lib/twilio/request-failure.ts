import { z } from "zod";
import { NoReply } from "./exchange";
import { readJson } from "./read-json";
import type { Failure } from "./request";

type Refusal = { status: number; headers: Headers; body: string };

const twilioError = z.looseObject({ code: z.number().nullish(), message: z.string().nullish() });

/** What an answer that is not a success means for whoever asked. */
export function failureOfAnswer({ status, headers, body }: Refusal, repeatable: boolean): Failure {
  const said = twilioError.safeParse(readJson(body)).data;
  const words = said?.message ?? `Twilio answered ${status}`;
  const code = said?.code ?? null;
  if (status === 429) {
    return { ok: false, kind: "later", code, words, retryAfterSeconds: retryAfter(headers.get("retry-after")) };
  }
  if (status >= 400 && status < 500) return { ok: false, kind: "refused", code, words };
  return { ...unclear(words, repeatable), code };
}

/** What a request that got no answer means: only one that never left is known not to have happened. */
export function failureOfAttempt(error: unknown, repeatable: boolean): Failure {
  if (error instanceof NoReply && !error.left) {
    return { ok: false, kind: "later", code: null, words: "Twilio could not be reached" };
  }
  const timedOut = error instanceof NoReply ? error.timedOut : error instanceof Error && error.name === "TimeoutError";
  return unclear(timedOut ? "Twilio did not answer in time" : "The connection to Twilio broke", repeatable);
}

export function unclear(words: string, repeatable: boolean): Failure {
  return { ok: false, kind: repeatable ? "later" : "unknown", code: null, words };
}

function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}
