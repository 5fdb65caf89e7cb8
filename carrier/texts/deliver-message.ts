import type { Network } from "../network";
import type { MessageRecord, MessageStatus, PhoneRecord } from "../types";
import { sendWebhook } from "../webhooks/send-webhook";
import { receiveMessage } from "./receive-message";

const QUEUE_SECONDS = 0.4;
const DELIVERY_SECONDS = 0.8;

/** Carries a message through its statuses, telling its callback of each. Takes up where a restart left it. */
export async function deliverMessage(network: Network, message: MessageRecord): Promise<void> {
  network.textsInFlight += 1;
  try {
    if (message.status === "queued") {
      await network.clock.wait(QUEUE_SECONDS);
      message.sentAt = Date.now();
      move(network, message, { status: "sent", errorCode: null });
    }
    if (network.state.numbers.has(message.to)) {
      await network.clock.wait(DELIVERY_SECONDS);
      receiveMessage(network, {
        from: message.from,
        to: message.to,
        body: message.body,
        mediaCount: message.media.length,
      });
      move(network, message, { status: "delivered", errorCode: null });
      return;
    }
    const phone = network.state.phone(message.to);
    const fate = fateOf(phone);
    if (!fate) return;
    await network.clock.wait(DELIVERY_SECONDS);
    if (fate.status === "delivered") {
      network.state.addText(message.to, {
        direction: "in",
        with: message.from,
        body: message.body,
        mediaCount: message.media.length,
        at: Date.now(),
        messageSid: message.sid,
      });
    }
    move(network, message, fate);
  } finally {
    network.textsInFlight -= 1;
  }
}

interface Fate {
  status: Extract<MessageStatus, "sent" | "delivered" | "undelivered" | "failed">;
  errorCode: number | null;
}

/** @returns nothing when no carrier ever reports back */
function fateOf({ lineKind, texting }: PhoneRecord): Fate | undefined {
  if (texting?.outcome === "no_report") return undefined;
  if (texting && texting.outcome !== "delivered") {
    return { status: texting.outcome, errorCode: texting.errorCode ?? 30003 };
  }
  if (lineKind === "landline") return { status: "undelivered", errorCode: 30006 };
  return { status: "delivered", errorCode: null };
}

function move(network: Network, message: MessageRecord, { status, errorCode }: Fate): void {
  message.status = status;
  message.errorCode = errorCode;
  message.updatedAt = Date.now();
  network.state.changed();
  network.ledger.write("message_status", { messageSid: message.sid, to: message.to, status, errorCode });
  if (!message.statusCallback) return;
  const parameters: Record<string, string> = {
    SmsSid: message.sid,
    SmsStatus: status,
    MessageStatus: status,
    To: message.to,
    MessageSid: message.sid,
    AccountSid: network.accountSid,
    From: message.from,
    ApiVersion: "2010-04-01",
  };
  if (errorCode !== null) parameters.ErrorCode = String(errorCode);
  if (status === "delivered" || status === "undelivered") parameters.RawDlrDoneDate = deliveryDate(new Date());
  const url = message.statusCallback;
  void sendWebhook(network, { kind: "message_status", url, method: "POST", sid: message.sid, parameters });
}

/** YYMMDDhhmm */
function deliveryDate(now: Date): string {
  return now.toISOString().replace(/\D/g, "").slice(2, 12);
}
