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
  /** What it was for whoever placed it; `voicemail` where nobody was screened and a machine picked up. */
  outcome: "missed" | "answered" | "voicemail";
};

/** One delivery of a webhook, as it left: `id` is the same for its repeats. */
export type SentWebhook = {
  is: "webhook";
  at: Moment;
  id: string;
  /** Its own CallSid or MessageSid, which for a ringing phone is that leg's. */
  sid: string;
  path: string;
  delivery: number;
  /** Its CallStatus or MessageStatus, in the carrier's words; with it, the checker asks for that very report. */
  status?: string;
  /** It brings a 9: the caller wants no text, of any call. */
  declines?: true;
};

/** What came back: `status` 0 when the connection broke or nothing came within Twilio's patience. */
export type AnsweredWebhook = {
  is: "answer";
  at: Moment;
  id: string;
  delivery: number;
  status: number;
  milliseconds: number;
};

/** A text a caller has sent; `stop` says that it asks for no more texts, `start` that they may come again. */
export type SentText = {
  is: "text";
  at: Moment;
  sid: string;
  from: string;
  to: string;
  stop: boolean;
  start: boolean;
};

/** Something was broken, or mended again. `what` names it in words fit for the report. A freeze says `until` when. */
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
  /** The carrier's code when it said no: then it has certainly not taken it. */
  refused: number | null;
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
    /** Until when it is or was held for the texting hours; null when it never was. */
    heldUntil: Moment | null;
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
    createdAt: Moment;
    /** When the last check before its first request let it pass. */
    requestedAt: Moment | null;
  }[];
  webhooks: { workspaceId: string; sid: string; kind: string; status: string }[];
  /** Callers whose slot waits for the end of a text. */
  pendingSlots: { workspaceId: string; callerE164: string; messageId: string }[];
  /** Those in force. `callerE164` is null when no row has a caller with that hash. */
  optOuts: { workspaceId: string; callerHash: string; callerE164: string | null; at: Moment }[];
  /** Every change of a call's or message's state in order, by row id; empty when `watchStates` was not called before. */
  watched: { at: Moment; kind: "call" | "message"; id: string; state: string }[];
};

/** Everything the checker sees; nothing of it comes from the code it judges but `rows`. */
export type Evidence = { history: Happening[]; ledger: CarrierRequest[]; rows: Export };

/** A broken promise: which, and the sids or ids that show it. */
export type Violation = { invariant: `I${number}`; what: string; evidence: string[] };
