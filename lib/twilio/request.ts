import { z } from "zod";
import { env } from "@/lib/env";
import { exchange } from "./exchange";
import { readJson } from "./read-json";
import { failureOfAnswer, failureOfAttempt, unclear } from "./request-failure";

/**
 * `refused`: it did not happen and will not. `later`: it did not happen (or was only a read), try again.
 * `unknown`: it may have happened; never repeat it without looking first.
 */
export type Failure = {
  ok: false;
  kind: "refused" | "unknown" | "later";
  /** Twilio's error code. */
  code: number | null;
  words: string;
  retryAfterSeconds?: number;
  /** Nothing was asked: this installation has no carrier account. */
  noAccount?: true;
};

export type Answer<T> = ({ ok: true } & T) | Failure;

export type Ask<T> = {
  method: "GET" | "POST" | "DELETE";
  host?: "api" | "lookups" | "accounts";
  /** `{account}` stands for our account. A next page's path brings its own query. */
  path: string;
  query?: Record<string, string | undefined>;
  form?: Record<string, string>;
  /** A repeat is harmless: then a lost answer is `later`, not `unknown`. */
  repeatable: boolean;
  schema: z.ZodType<T>;
  timeoutMs?: number;
  /** Asked right before the first byte is written: false, and the answer is `later`. */
  mayStart?: () => boolean;
};

export const NO_ACCOUNT: Failure = {
  ok: false,
  kind: "refused",
  code: null,
  noAccount: true,
  words: "This installation has no Twilio account yet. Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.",
};

/** One request to Twilio, body included, within the timeout. Never throws for trouble on the way. */
export async function request<T>(ask: Ask<T>): Promise<Answer<{ data: T }>> {
  const { TWILIO_ACCOUNT_SID: account, TWILIO_AUTH_TOKEN: token, TWILIO_API_URL: standIn } = env();
  if (!account || !token) return NO_ACCOUNT;

  const origin = standIn ?? `https://${ask.host ?? "api"}.twilio.com`;
  const url = new URL(origin + ask.path.replace("{account}", account));
  for (const [key, value] of Object.entries(ask.query ?? {})) if (value !== undefined) url.searchParams.set(key, value);

  try {
    const reply = await exchange({
      url,
      method: ask.method,
      headers: {
        authorization: basicAuth(account, token),
        accept: "application/json",
        ...(ask.form ? { "content-type": "application/x-www-form-urlencoded;charset=UTF-8" } : {}),
      },
      body: ask.form && new URLSearchParams(ask.form).toString(),
      timeoutMs: ask.timeoutMs ?? 8000,
      mayStart: ask.mayStart ?? (() => true),
    });
    if (reply.status < 200 || reply.status >= 300) return failureOfAnswer(reply, ask.repeatable);
    const parsed = ask.schema.safeParse(readJson(reply.body));
    if (parsed.success) return { ok: true, data: parsed.data };
    return unclear(`Twilio's answer could not be read: ${z.prettifyError(parsed.error)}`, ask.repeatable);
  } catch (error) {
    return failureOfAttempt(error, ask.repeatable);
  }
}

export function basicAuth(account: string, token: string): string {
  return `Basic ${Buffer.from(`${account}:${token}`).toString("base64")}`;
}
