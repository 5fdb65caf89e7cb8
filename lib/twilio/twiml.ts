import VoiceResponse from "twilio/lib/twiml/VoiceResponse.js";

/** A phone is either screened, so that only a person can answer, or listened to, so that a voicemail is told apart. */
export type Phone = { e164: string; screenUrl?: string; detectionUrl?: string };

export type Ring = {
  /** One to ten: Twilio rings no more than ten at once. */
  phones: Phone[];
  /** Twilio adds about five seconds of its own. */
  timeoutSeconds: number;
  callerId: string;
  actionUrl: string;
  legStatusUrl: string;
  sequential: boolean;
};

const EMPTY = build(() => {});
const HANG_UP = build((response) => response.hangup());

export function emptyTwiml(): string {
  return EMPTY;
}

export function hangUp(): string {
  return HANG_UP;
}

/** A busy tone, unanswered and unbilled. */
export function rejectBusy(): string {
  return build((response) => response.reject({ reason: "busy" }));
}

export function sayAndHangUp(words: string): string {
  return build((response) => {
    response.say(speakable(words));
    response.hangup();
  });
}

/** What a caller hears when their call could not be understood: a sentence of ours instead of Twilio's error message. */
export function apology(words: string): string {
  return sayAndHangUp(words);
}

/** Says the notice and listens for one key. The action always fires: with the key, or without digits a second later. */
export function notice({ words, actionUrl }: { words: string; actionUrl: string }): string {
  return build((response) => {
    response.gather({ numDigits: 1, timeout: 1, action: actionUrl, method: "POST" }).say(speakable(words));
    response.redirect({ method: "POST" }, actionUrl);
  });
}

/** Rings the phones; the caller's leg stays unanswered until one of them is bridged, which needs Dial to come first. */
export function ring({ phones, timeoutSeconds, callerId, actionUrl, legStatusUrl, sequential }: Ring): string {
  if (phones.length === 0) throw new Error("There is no phone to ring");
  return build((response) => {
    const dial = response.dial({
      answerOnBridge: true,
      timeout: Math.min(600, Math.max(5, Math.round(timeoutSeconds))),
      callerId,
      action: actionUrl,
      method: "POST",
      ...(sequential && { sequential }),
    });
    for (const { e164, screenUrl, detectionUrl } of phones.slice(0, 10)) {
      const screening = screenUrl ? { url: screenUrl, method: "POST" } : {};
      const detection = detectionUrl
        ? { machineDetection: "Enable", amdStatusCallback: detectionUrl, amdStatusCallbackMethod: "POST" }
        : {};
      dial.number(
        {
          ...screening,
          ...detection,
          statusCallback: legStatusUrl,
          statusCallbackMethod: "POST",
          statusCallbackEvent: ["initiated", "ringing", "answered", "completed"],
        },
        e164,
      );
    }
  });
}

/** Asks whoever picked up to press a key. Silence hangs this leg up: voicemail does not press keys. */
export function screen({ words, acceptUrl }: { words: string; acceptUrl: string }): string {
  return build((response) => {
    response.gather({ numDigits: 1, timeout: 5, action: acceptUrl, method: "POST" }).say(speakable(words));
    response.hangup();
  });
}

/** The end of the screening: with nothing left to do on this leg, Twilio bridges it to the caller. */
export function accepted(): string {
  return emptyTwiml();
}

function build(fill: (response: VoiceResponse) => void): string {
  const response = new VoiceResponse();
  fill(response);
  return response.toString();
}

/** Characters that XML cannot carry would turn the whole answer into an application error for the caller. */
function speakable(words: string): string {
  return words.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "");
}
