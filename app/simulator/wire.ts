/** What the carrier's control API answers, as far as the simulator shows it. */
export type PhoneCall = {
  id: string;
  phone: string;
  role: "caller" | "callee";
  /** The number shown on, or dialled by, this phone. */
  with: string;
  state: "ringing" | "in_call" | "ended";
  outcome: "completed" | "busy" | "no-answer" | "failed" | "canceled" | "forwarded" | null;
  startedAt: number;
  answeredAt: number | null;
  endedAt: number | null;
  heard: { at: number; kind: string; text: string }[];
};

export type Behaviour =
  | "rings_out"
  | "busy"
  | "unreachable"
  | "accepts"
  | "picks_up_silently"
  | "voicemail"
  | "declines"
  | "interactive";

export type Forwarding = {
  to: string;
  on: string[];
  afterSeconds?: number;
  passForwardedFrom?: "line" | "absent" | "wrong";
};

export type Phone = {
  number: string;
  label: string | null;
  behaviour: Behaviour;
  forwarding: Forwarding | null;
  texting: { outcome: string; errorCode?: number } | null;
};

export type PhoneText = { direction: "in" | "out"; with: string; body: string; at: number };

export type Faults = {
  listLagMs?: number;
  webhooks?: { effect: string; probability?: number }[];
  requests?: { effect: string; code?: number }[];
};

export type LedgerEntry = { id: number; at: number; kind: string } & Record<string, unknown>;

/** Everything on the simulator's screen but the log. */
export type NetworkState = {
  /** The numbers of the account, each a Ringback number. */
  numbers: string[];
  phones: Phone[];
  /** Calls that ring or are talked on, anywhere. */
  calls: PhoneCall[];
  customer: { texts: PhoneText[]; calls: PhoneCall[]; texting: Phone["texting"] };
  faults: Faults;
  hoursSkipped: number;
  lastLedgerId: number;
};
