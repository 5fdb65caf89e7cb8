import { z } from "zod";
import { listPages } from "./list-pages";
import { type Answer, request } from "./request";
import { string, time } from "./rest-fields";

/** A message as Twilio's own records have it. */
export type CarrierMessage = {
  sid: string;
  from: string;
  to: string;
  body: string;
  /** Twilio's word. */
  status: string;
  errorCode: number | null;
  direction: "inbound" | "outbound";
  createdAt: Date;
};

export type NewMessage = {
  from: string;
  to: string;
  body: string;
  statusCallback: string;
  /** How long Twilio may keep it in its queue; after that it is not sent. */
  validitySeconds: number;
};

const MESSAGES = "/2010-04-01/Accounts/{account}/Messages";

const message = z
  .looseObject({
    sid: z.string().min(1),
    from: string,
    to: string,
    body: string,
    status: string,
    error_code: z.coerce.number().nullish(),
    direction: string,
    date_created: time,
  })
  .transform(
    (sent): CarrierMessage => ({
      sid: sent.sid,
      from: sent.from,
      to: sent.to,
      body: sent.body,
      status: sent.status,
      errorCode: sent.error_code ?? null,
      direction: sent.direction === "inbound" ? "inbound" : "outbound",
      createdAt: sent.date_created,
    }),
  );

/**
 * Sends one text. Twilio has no idempotency key here: an `unknown` must never simply be sent again.
 * @param mayStart asked when nothing is left to do but to write: false, and the text certainly was not sent
 */
export async function createMessage(
  text: NewMessage,
  mayStart: () => boolean,
): Promise<Answer<{ sid: string; status: string }>> {
  const answer = await request({
    method: "POST",
    path: `${MESSAGES}.json`,
    form: {
      From: text.from,
      To: text.to,
      Body: text.body,
      StatusCallback: text.statusCallback,
      ValidityPeriod: String(Math.min(36_000, Math.max(1, Math.floor(text.validitySeconds)))),
    },
    repeatable: false,
    mayStart,
    schema: z.looseObject({ sid: z.string().min(1), status: string }),
  });
  return answer.ok ? { ok: true, sid: answer.data.sid, status: answer.data.status } : answer;
}

/**
 * Every message created since then, newest first. Not filtered by DateSent: it is a whole day, and unset while a message
 * waits in Twilio's queue.
 */
export async function listMessages(filter: {
  from?: string;
  to?: string;
  since: Date;
}): Promise<Answer<{ messages: CarrierMessage[] }>> {
  const recent = (one: CarrierMessage) => one.createdAt >= filter.since;
  const answer = await listPages({
    path: `${MESSAGES}.json`,
    query: { From: filter.from, To: filter.to },
    key: "messages",
    item: message,
    goOn: (page) => page.some(recent),
  });
  return answer.ok ? { ok: true, messages: answer.items.filter(recent) } : answer;
}

export async function getMessage(sid: string): Promise<Answer<{ message: CarrierMessage }>> {
  const path = `${MESSAGES}/${encodeURIComponent(sid)}.json`;
  const answer = await request({ method: "GET", path, repeatable: true, schema: message });
  return answer.ok ? { ok: true, message: answer.data } : answer;
}
