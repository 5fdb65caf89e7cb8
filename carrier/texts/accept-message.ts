import type { Network } from "../network";
import { newSid } from "../sid";
import type { MessageRecord } from "../types";
import { deliverMessage } from "./deliver-message";
import { countSegments } from "./segments";

export interface NewMessage {
  from: string;
  to: string;
  body: string;
  direction: "outbound-api" | "outbound-reply";
  mediaUrls: string[];
  statusCallback: string | null;
  validityPeriod: number | null;
}

/** Takes a text on for delivery. What may not be sent has been refused before. */
export function acceptMessage(network: Network, message: NewMessage): MessageRecord {
  const now = Date.now();
  const { mediaUrls, ...content } = message;
  const record: MessageRecord = {
    ...content,
    sid: newSid(mediaUrls.length > 0 ? "MM" : "SM"),
    status: "queued",
    numSegments: countSegments(message.body),
    media: mediaUrls.map(() => ({ sid: newSid("ME"), contentType: "image/png" })),
    createdAt: now,
    updatedAt: now,
    sentAt: null,
    errorCode: null,
  };
  network.state.messages.add(record);
  network.state.changed();
  const { sid: messageSid, from, to, body, direction, statusCallback, validityPeriod } = record;
  network.ledger.write("message_accepted", { messageSid, from, to, body, direction, statusCallback, validityPeriod });
  void deliverMessage(network, record);
  return record;
}
