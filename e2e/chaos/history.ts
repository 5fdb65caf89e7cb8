/** Every moment is in milliseconds since 1970, by the clock of the machine the suite runs on. */
export type Moment = number;

/** A call the suite has placed: what the network knows of it, whatever became of its webhooks. */
export type PlacedCall = {
  is: "call";
  at: Moment;
  sid: string;
  workspaceId: string;
  /** The Ringback number that was called. */
  to: string;
  from: string;
  /** When the caller's leg ended. */
  endedAt: Moment;
  outcome: "missed" | "answered";
};

/** One delivery of a webhook, as it left: `id` is the same for its repeats. `sid` is the call's or the message's. */
export type SentWebhook = { is: "webhook"; at: Moment; id: string; sid: string; path: string; delivery: number };

/** What came back: `status` 0 when the connection broke or nothing came within Twilio's patience. */
export type AnsweredWebhook = {
  is: "answer";
  at: Moment;
  id: string;
  delivery: number;
  status: number;
  milliseconds: number;
};

/** A text a caller has sent; `stop` says that it asks for no more texts. */
export type SentText = { is: "text"; at: Moment; sid: string; from: string; to: string; stop: boolean };

/** Something was broken, or mended again. `what` names it in words fit for the report. */
export type Fault = { is: "fault"; at: Moment; what: string; process?: string; until?: Moment };

/** Nothing is broken any more, and nothing new comes: what is due must be done 180 s after this. */
export type Calm = { is: "calm"; at: Moment };

export type Happening = PlacedCall | SentWebhook | AnsweredWebhook | SentText | Fault | Calm;

/** A request for a text as the carrier's ledger has it: every one that reached it, and what it did with it. */
export type CarrierRequest = {
  at: Moment;
  from: string;
  to: string;
  body: string;
  /** The message's own id, from the path of its status callback. */
  messageId: string | null;
  /** The message's sid when the carrier took it, null when it did not. */
  sid: string | null;
};

/** The rows of the app at the end, every workspace's. */
export type Export = {
  workspaces: { id: string; coolDownMinutes: number; dailySpendCapCents: number; numbers: string[] }[];
  calls: {
    id: string;
    workspaceId: string;
    sid: string;
    state: string;
    callerE164: string | null;
    endedAt: Moment | null;
  }[];
  recoveries: {
    id: string;
    workspaceId: string;
    callId: string;
    state: string;
    reason: string | null;
    messageId: string | null;
    held: boolean;
    byHand: boolean;
  }[];
  messages: {
    id: string;
    workspaceId: string;
    recoveryId: string | null;
    purpose: string;
    author: string;
    from: string;
    to: string;
    body: string;
    status: string;
    sid: string | null;
    segments: number;
  }[];
  webhooks: { workspaceId: string; sid: string; kind: string; status: string }[];
  optOuts: { workspaceId: string; callerHash: string; at: Moment }[];
  /** States of calls and messages as they were seen over time, by whoever watched the rows during the run. */
  watched: { at: Moment; kind: "call" | "message"; id: string; state: string }[];
};

/** Everything the checker sees; nothing of it comes from the code it judges but `rows`. */
export type Evidence = { history: Happening[]; ledger: CarrierRequest[]; rows: Export };

/** A broken promise: which, and the sids or ids that show it. */
export type Violation = { invariant: `I${number}`; what: string; evidence: string[] };
