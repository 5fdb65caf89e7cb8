export type HttpMethod = "GET" | "POST";
export type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json };

export type CallStatus =
  | "queued"
  | "initiated"
  | "ringing"
  | "in-progress"
  | "completed"
  | "busy"
  | "failed"
  | "no-answer"
  | "canceled";
export type FinalCallStatus = Extract<CallStatus, "completed" | "busy" | "failed" | "no-answer" | "canceled">;
export type CallDirection = "inbound" | "outbound-api" | "outbound-dial";

export interface WebhookTarget {
  url: string;
  method: HttpMethod;
}

export interface CallRecord {
  sid: string;
  parentCallSid: string | null;
  from: string;
  to: string;
  direction: CallDirection;
  status: CallStatus;
  createdAt: number;
  startedAt: number | null;
  answeredAt: number | null;
  endedAt: number | null;
  /** Seconds of talk in carrier time, which a time scale other than 1 makes longer than real time. */
  durationSeconds: number | null;
  forwardedFrom: string | null;
  stirVerstat: string | null;
  phoneNumberSid: string | null;
  updatedAt: number;
}

export type MessageStatus = "queued" | "sent" | "delivered" | "undelivered" | "failed" | "received";

export interface MessageRecord {
  sid: string;
  from: string;
  to: string;
  body: string;
  direction: "inbound" | "outbound-api" | "outbound-reply";
  status: MessageStatus;
  numSegments: number;
  media: { sid: string; contentType: string }[];
  statusCallback: string | null;
  validityPeriod: number | null;
  createdAt: number;
  updatedAt: number;
  sentAt: number | null;
  errorCode: number | null;
}

export interface NumberRecord {
  sid: string;
  phoneNumber: string;
  friendlyName: string;
  voiceUrl: string;
  voiceMethod: HttpMethod;
  voiceFallbackUrl: string;
  voiceFallbackMethod: HttpMethod;
  statusCallback: string;
  statusCallbackMethod: HttpMethod;
  smsUrl: string;
  smsMethod: HttpMethod;
  smsFallbackUrl: string;
  smsFallbackMethod: HttpMethod;
  createdAt: number;
  updatedAt: number;
}

export const PHONE_BEHAVIOURS = [
  "rings_out",
  "busy",
  "unreachable",
  "accepts",
  "picks_up_silently",
  "voicemail",
  "declines",
  "interactive",
] as const;
export type PhoneBehaviour = (typeof PHONE_BEHAVIOURS)[number];

export const LINE_KINDS = ["mobile", "landline", "voip"] as const;
export type LineKind = (typeof LINE_KINDS)[number];

export const FORWARDING_REASONS = ["no_answer", "busy", "unreachable"] as const;
export type ForwardingReason = (typeof FORWARDING_REASONS)[number];

export interface Forwarding {
  to: string;
  on: ForwardingReason[];
  /** How long the line rings before `no_answer` applies. Default 20. */
  afterSeconds?: number;
  /** What the line's network tells about itself: its number, nothing, or garbage. Default "line". */
  passForwardedFrom?: "line" | "absent" | "wrong";
}

/** What becomes of a text sent to this phone, when not simply delivered. */
export interface Texting {
  outcome: "delivered" | "undelivered" | "failed" | "no_report";
  errorCode?: number;
}

export interface PhoneSettings {
  number: string;
  label: string | null;
  behaviour: PhoneBehaviour;
  /** Seconds of ringing before the phone acts; null means the behaviour's own default. */
  afterSeconds: number | null;
  /** Seconds the phone stays on a connected call. */
  talkSeconds: number;
  lineKind: LineKind;
  forwarding: Forwarding | null;
  texting: Texting | null;
}

export interface PhoneText {
  direction: "in" | "out";
  with: string;
  body: string;
  mediaCount: number;
  at: number;
  messageSid: string | null;
}

export interface PhoneRecord extends PhoneSettings {
  texts: PhoneText[];
}

export type HeardKind = "ringing" | "said" | "played" | "tone" | "connected" | "beep" | "notice";

export interface HeardLine {
  /** Seconds since the call began, in carrier time. */
  atSeconds: number;
  at: number;
  kind: HeardKind;
  text: string;
}

/** What is not settled about Twilio and can therefore be tried both ways. */
export interface Settings {
  /** The status in the Dial's action when the caller gives up while it rings, or "none" for no action at all. */
  dialActionOnAbandon: "canceled" | "no-answer" | "none";
  /** When a simultaneous Dial drops the phones that still ring. */
  hangUpOthers: "on_bridge" | "on_pick_up";
  accountStatus: "active" | "suspended" | "closed";
  /** Dollars, as the API writes them: "41.20". */
  balance: string;
  /** Countries that texts may go to, as ISO codes. */
  textingCountries: string[];
}

export const USUAL_SETTINGS: Settings = {
  dialActionOnAbandon: "canceled",
  hangUpOthers: "on_bridge",
  accountStatus: "active",
  balance: "41.20",
  textingCountries: ["US", "CA"],
};
