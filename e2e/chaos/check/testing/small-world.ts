import type { CarrierRequest, Evidence, Export, Happening, SentWebhook } from "../../history";

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
/** When the small world's first call ends. */
export const START = Date.UTC(2030, 0, 15, 12);

export const WORKSPACES = [
  { id: "w1", coolDownMinutes: 60, dailySpendCapCents: 100, numbers: ["+15035550001", "+15035550002"] },
  { id: "w2", coolDownMinutes: 60, dailySpendCapCents: 100, numbers: ["+15035550003"] },
];

type Sent = Pick<SentWebhook, "sid" | "path" | "status" | "declines">;
type Wishes = { at?: number; from?: string; workspace?: (typeof WORKSPACES)[number] };

/** Two workspaces in which nothing has happened, and nothing will: the faults stopped an hour after `START`. */
export class SmallWorld {
  readonly history: Happening[] = [{ is: "calm", at: START + 60 * MINUTE }];
  readonly ledger: CarrierRequest[] = [];
  readonly rows: Export = {
    workspaces: structuredClone(WORKSPACES),
    calls: [],
    recoveries: [],
    messages: [],
    webhooks: [],
    pendingSlots: [],
    optOuts: [],
    watched: [],
  };

  get evidence(): Evidence {
    return { history: this.history, ledger: this.ledger, rows: this.rows };
  }

  /** A missed call that became a text, as it should: its ids end in `name`. */
  texted(name: string, wishes: Wishes = {}) {
    const { at = START, from = "+15035551000", workspace = WORKSPACES[0] } = wishes;
    const call = this.missed(name, wishes);
    const to = workspace?.numbers[0] ?? "";
    const recovery = call.recovery;
    Object.assign(recovery, { state: "texted", reason: null, messageId: `m-${name}` });
    const message: Export["messages"][number] = {
      ...{ id: `m-${name}`, workspaceId: recovery.workspaceId, recoveryId: recovery.id },
      ...{ purpose: "text_back", author: "automatic", from: to, to: from, body: "Sorry we missed you" },
      ...{ status: "delivered", sid: `SM-${name}`, createdAt: at, requestedAt: at + SECOND },
    };
    this.rows.messages.push(message);
    const request = this.request(message, at + SECOND);
    return { ...call, message, request };
  }

  /** A missed call that was decided against. */
  missed(name: string, { at = START, from = "+15035551000", workspace = WORKSPACES[0] }: Wishes = {}) {
    const workspaceId = workspace?.id ?? "";
    const to = workspace?.numbers[0] ?? "";
    const sid = `CA-${name}`;
    const placed = { is: "call" as const, at: at - SECOND, sid, workspaceId, to, from, endedAt: at };
    this.history.push({ ...placed, outcome: "missed" });
    this.webhook(`in-${name}`, { sid, path: "/api/twilio/voice/incoming", at });
    const call: Export["calls"][number] = {
      id: `c-${name}`,
      workspaceId,
      sid,
      state: "missed",
      callerE164: from,
      endedAt: at,
    };
    this.rows.calls.push(call);
    this.rows.webhooks.push({ workspaceId, sid, kind: "voice.incoming", status: "ringing" });
    const recovery: Export["recoveries"][number] = {
      ...{ id: `r-${name}`, workspaceId, callId: call.id, state: "skipped", reason: "text_back_off" },
      ...{ messageId: null, heldUntil: null },
    };
    this.rows.recoveries.push(recovery);
    return { call, recovery };
  }

  request(message: Export["messages"][number], at: number, taken = true): CarrierRequest {
    const { id: messageId, from, to, body, sid } = message;
    const request = { at, from, to, body, messageId, sid: taken ? sid : null, refused: null };
    this.ledger.push(request);
    return request;
  }

  /** Sent, and answered 200 ten milliseconds later unless told otherwise. */
  webhook(id: string, { at = START, answer = 200, ...sent }: Sent & { at?: number; answer?: number }) {
    this.history.push({ is: "webhook", at, id, delivery: 1, ...sent });
    this.history.push({ is: "answer", at: at + 10, id, delivery: 1, status: answer, milliseconds: 10 });
  }

  /** A text of a caller's that is answered 200 ten milliseconds later, kept, and heeded. */
  text(name: string, { at = START, from = "+15035551000", to = "+15035550001", stop = false, start = false }) {
    const sid = `SM-${name}`;
    this.history.push({ is: "text", at, sid, from, to, stop, start });
    this.webhook(`text-${name}`, { sid, path: "/api/twilio/messages/incoming", at });
    const workspaceId = WORKSPACES.find(({ numbers }) => numbers.includes(to))?.id ?? "";
    this.rows.webhooks.push({ workspaceId, sid, kind: "message.incoming", status: "received" });
    this.rows.messages.push({
      ...{ id: `m-${name}`, workspaceId, recoveryId: null, purpose: "inbound", author: "caller", from, to, sid },
      ...{ body: stop ? "STOP" : "START", status: "received", createdAt: at, requestedAt: null },
    });
    if (stop) this.optOut(from, { at, to });
    if (start) this.rows.optOuts = this.rows.optOuts.filter(({ callerE164 }) => callerE164 !== from);
  }

  optOut(callerE164: string, { at = START, to = "+15035550001" } = {}) {
    const workspaceId = WORKSPACES.find(({ numbers }) => numbers.includes(to))?.id ?? "";
    this.rows.optOuts.push({ workspaceId, callerHash: "hash", callerE164, at });
  }
}
