import type { Network } from "../network";
import { newSid } from "../sid";
import { parseTwiml, TwimlError } from "../twiml/parse";
import type { MessageRecord, NumberRecord } from "../types";
import { geography } from "../webhooks/call-parameters";
import { sendWebhook, type WebhookResult } from "../webhooks/send-webhook";
import { acceptMessage } from "./accept-message";
import { countSegments } from "./segments";

export interface IncomingText {
  from: string;
  to: string;
  body: string;
  mediaCount: number;
}

/** A text arrives at a number of the account: kept, and told to its SmsUrl. */
export function receiveMessage(network: Network, text: IncomingText): MessageRecord {
  const now = Date.now();
  const record: MessageRecord = {
    sid: newSid(text.mediaCount > 0 ? "MM" : "SM"),
    from: text.from,
    to: text.to,
    body: text.body,
    direction: "inbound",
    status: "received",
    numSegments: countSegments(text.body),
    media: Array.from({ length: text.mediaCount }, () => ({ sid: newSid("ME"), contentType: "image/png" })),
    statusCallback: null,
    validityPeriod: null,
    createdAt: now,
    updatedAt: now,
    sentAt: now,
    errorCode: null,
  };
  network.state.messages.add(record);
  network.state.changed();
  network.ledger.write("text_in", { messageSid: record.sid, ...text });
  const number = network.state.numbers.get(text.to);
  if (number?.smsUrl) void tell(network, number, record);
  return record;
}

async function tell(network: Network, number: NumberRecord, record: MessageRecord): Promise<void> {
  const parameters = inboundParameters(network, record);
  const base = { method: number.smsMethod, sid: record.sid, parameters };
  let answer = await sendWebhook(network, { ...base, kind: "message_in", url: number.smsUrl });
  if (!answer.ok) {
    network.ledger.write("error", { messageSid: record.sid, code: answer.errorCode, message: "SmsUrl failed" });
    if (!number.smsFallbackUrl) return;
    const problem = { ErrorCode: String(answer.errorCode), ErrorUrl: number.smsUrl.split("#", 1)[0] ?? "" };
    answer = await sendWebhook(network, {
      ...base,
      kind: "fallback",
      url: number.smsFallbackUrl,
      method: number.smsFallbackMethod,
      parameters: { ...parameters, ...problem },
    });
  }
  reply(network, record, answer);
}

/** Sends what the app answered with, if it answered with a message. */
function reply(network: Network, record: MessageRecord, answer: WebhookResult): void {
  if (!answer.ok || !/xml|html/i.test(answer.contentType)) return;
  try {
    for (const node of parseTwiml(answer.body)) {
      if (node.name !== "Message") continue;
      const body = node.children.find((child) => child.name === "Body")?.text ?? node.text;
      if (network.state.hasOptedOut(record.from, record.to)) continue;
      acceptMessage(network, {
        from: record.to,
        to: record.from,
        body,
        direction: "outbound-reply",
        mediaUrls: [],
        statusCallback: node.attributes.statusCallback ?? null,
        validityPeriod: null,
      });
    }
  } catch (error) {
    if (!(error instanceof TwimlError)) throw error;
    network.ledger.write("error", { messageSid: record.sid, code: error.code, message: error.message });
  }
}

function inboundParameters(network: Network, record: MessageRecord): Record<string, string> {
  const parameters: Record<string, string> = {
    ...geography("To", record.to),
    ...geography("From", record.from),
    SmsMessageSid: record.sid,
    NumMedia: String(record.media.length),
    SmsSid: record.sid,
    SmsStatus: "received",
    To: record.to,
    NumSegments: String(record.numSegments),
    MessageSid: record.sid,
    AccountSid: network.accountSid,
    From: record.from,
    ApiVersion: "2010-04-01",
  };
  if (record.body !== "" || record.media.length === 0) parameters.Body = record.body;
  record.media.forEach((media, index) => {
    parameters[`MediaUrl${index}`] =
      `${network.url}/2010-04-01/Accounts/${network.accountSid}/Messages/${record.sid}/Media/${media.sid}`;
    parameters[`MediaContentType${index}`] = media.contentType;
  });
  return parameters;
}
