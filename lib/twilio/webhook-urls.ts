import { env } from "@/lib/env";

/** Every address Twilio calls. Ids stand in the path: Twilio and Next disagree on how a query is encoded. */
export const webhookPaths = {
  voiceIncoming: "/api/twilio/voice/incoming",
  /** Called when `incoming` failed, with the same parameters; a path of its own tells the two apart. */
  voiceFallback: "/api/twilio/voice/fallback",
  voiceDialed: "/api/twilio/voice/dialed",
  voiceNotice: "/api/twilio/voice/notice",
  /** The number's status callback and the events of the legs we ring. */
  voiceStatus: "/api/twilio/voice/status",
  messagesIncoming: "/api/twilio/messages/incoming",
  messagesFallback: "/api/twilio/messages/fallback",
  voiceScreen: (parentSid: string) => `/api/twilio/voice/screen/${encodeURIComponent(parentSid)}`,
  /** What the answering machine detection heard; it names the leg alone, so the caller's call stands in the path. */
  voiceDetected: (parentSid: string) => `/api/twilio/voice/detected/${encodeURIComponent(parentSid)}`,
  voiceAccepted: (parentSid: string) => `/api/twilio/voice/accepted/${encodeURIComponent(parentSid)}`,
  messageStatus: (messageId: string) => `/api/twilio/messages/status/${encodeURIComponent(messageId)}`,
} as const;

/** The addresses configured on a Twilio number; an empty one is not set. */
export type NumberUrls = {
  voiceUrl: string;
  voiceFallbackUrl: string;
  statusCallback: string;
  smsUrl: string;
  smsFallbackUrl: string;
};

/**
 * Asks Twilio, in the fragment it neither sends nor signs, to give up connecting after 2 s and reading after 5 s, and to
 * try twice more on those and on a 5xx; left alone it retries only failed connections.
 */
export function withOverrides(url: string): string {
  return `${url}#ct=2000&rt=5000&rc=2&rp=ct,rt,5xx`;
}

/** A path as it is given to Twilio, on numbers and in TwiML alike. */
export function webhookUrl(path: string): string {
  return withOverrides(env().APP_URL + path);
}

/** What every number of this installation is wired to. */
export function numberUrls(): NumberUrls {
  return {
    voiceUrl: webhookUrl(webhookPaths.voiceIncoming),
    voiceFallbackUrl: webhookUrl(webhookPaths.voiceFallback),
    statusCallback: webhookUrl(webhookPaths.voiceStatus),
    smsUrl: webhookUrl(webhookPaths.messagesIncoming),
    smsFallbackUrl: webhookUrl(webhookPaths.messagesFallback),
  };
}
