import { z } from "zod";
import { log } from "@/lib/log";
import { count, firstOfEach, type Reading, text, word } from "./form-fields";
import { isMediaUrl } from "./media";

export type InboundMessage = {
  sid: string;
  from: string;
  to: string;
  /** Untrimmed; empty when only pictures came. */
  body: string;
  media: { url: string; contentType: string | null }[];
  segments: number;
  /** Only set where Twilio's Advanced Opt-Out answers for us. */
  optOutType: "stop" | "start" | "help" | null;
};

export type MessageStatusEvent = {
  sid: string;
  /** Twilio's word: queued, sent, delivered, undelivered, failed and others. */
  status: string;
  errorCode: number | null;
};

// Older traffic names the message SmsSid and its status SmsStatus; today both spellings are sent.
const fields = z.looseObject({
  MessageSid: word,
  SmsSid: word,
  From: text,
  To: text,
  Body: z.string().default(""),
  NumMedia: count,
  NumSegments: count,
  OptOutType: text,
  MessageStatus: word,
  SmsStatus: word,
  ErrorCode: count,
});

const OPT_OUT_TYPE_OF = { STOP: "stop", START: "start", HELP: "help" } as const;

const MOST_MEDIA = 10;

export function readInboundMessage(params: URLSearchParams): Reading<InboundMessage> {
  const all = firstOfEach(params);
  const parsed = fields.safeParse(all);
  if (!parsed.success) return { unreadable: z.prettifyError(parsed.error) };
  const sent = parsed.data;
  const sid = sent.MessageSid ?? sent.SmsSid;
  if (!sid) return { unreadable: "The message has no MessageSid" };
  if (!sent.From || !sent.To) return { unreadable: "The message does not say who wrote to whom" };

  const kind = sent.OptOutType.toUpperCase();
  return {
    sid,
    from: sent.From,
    to: sent.To,
    body: sent.Body,
    media: readMedia(all, sent.NumMedia ?? 0),
    segments: sent.NumSegments ?? 1,
    optOutType: kind === "STOP" || kind === "START" || kind === "HELP" ? OPT_OUT_TYPE_OF[kind] : null,
  };
}

export function readMessageStatus(params: URLSearchParams): Reading<MessageStatusEvent> {
  const parsed = fields.safeParse(firstOfEach(params));
  if (!parsed.success) return { unreadable: z.prettifyError(parsed.error) };
  const sid = parsed.data.MessageSid ?? parsed.data.SmsSid;
  const status = parsed.data.MessageStatus ?? parsed.data.SmsStatus;
  if (!sid) return { unreadable: "The message has no MessageSid" };
  if (!status) return { unreadable: "The message has no MessageStatus" };
  return { sid, status, errorCode: parsed.data.ErrorCode };
}

/** Only addresses that Twilio serves are kept: what we keep, our server fetches later. */
function readMedia(sent: Record<string, string>, announced: number): InboundMessage["media"] {
  const media: InboundMessage["media"] = [];
  for (let index = 0; index < Math.min(announced, MOST_MEDIA); index += 1) {
    const url = sent[`MediaUrl${index}`];
    if (url && isMediaUrl(url)) media.push({ url, contentType: sent[`MediaContentType${index}`] || null });
    else log.warn("media.refused", { index });
  }
  return media;
}
