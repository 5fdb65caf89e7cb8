export type ErrorKind =
  | "opted_out"
  | "unreachable"
  | "not_registered"
  | "filtered"
  | "sender"
  | "account"
  | "transient"
  | "other";

export type ErrorWords = {
  words: string;
  kind: ErrorKind;
  /** The one button beside the words, or null when nothing a person does would help. */
  remedy: string | null;
};

const UNKNOWN: ErrorWords = {
  words: "Not delivered, carrier gave no reason",
  kind: "other",
  remedy: "Call back",
};

/** Twilio's error code (a number, or the string of a webhook) as words for the person who reads the inbox. */
export function errorWords(code: number | string | null | undefined): ErrorWords {
  const key = typeof code === "string" ? Number(code.trim() || Number.NaN) : code;
  return (key != null && BY_CODE.get(key)) || UNKNOWN;
}

/** Every code that has words of its own. */
export function knownErrorCodes(): number[] {
  return [...BY_CODE.keys()];
}

type Row = { codes: readonly number[]; words: string; remedy: string | null };

const TABLE: Record<ErrorKind, readonly Row[]> = {
  opted_out: [{ codes: [21610], words: "They opted out", remedy: null }],
  unreachable: [
    { codes: [30003], words: "Their phone is off or out of range", remedy: "Try again" },
    { codes: [30005], words: "That number isn't in service", remedy: "Check the number" },
    { codes: [30006, 21635], words: "This is a landline", remedy: "Call back" },
    { codes: [21614], words: "That number can't get texts", remedy: "Call back" },
    { codes: [21211, 21214], words: "That isn't a working phone number", remedy: "Check the number" },
  ],
  not_registered: [
    { codes: [30034], words: "Your texting isn't registered yet", remedy: "See registration" },
    { codes: [30032], words: "Your toll-free number isn't verified for texting yet", remedy: "See registration" },
    { codes: [30033], words: "Carriers suspended your text registration", remedy: "See registration" },
    { codes: [30035], words: "Your text registration is still being set up", remedy: "See registration" },
    {
      codes: [30022, 30023, 30027],
      words: "You reached the number of texts carriers allow your registration",
      remedy: "See registration",
    },
    { codes: [21608], words: "Your Twilio account may not text this number yet", remedy: "See registration" },
  ],
  filtered: [
    { codes: [30004], words: "Their phone blocks our texts", remedy: "Call back" },
    { codes: [30007], words: "Carriers filtered it as spam", remedy: "Edit the text" },
    { codes: [30450], words: "Twilio held it back to prevent fraud", remedy: "Call back" },
    { codes: [30610], words: "It was outside the hours carriers allow", remedy: "Change hours" },
    { codes: [30640], words: "Twilio filtered it as unwanted", remedy: "Edit the text" },
  ],
  sender: [
    { codes: [21606], words: "Your number can't send texts", remedy: "Check the number" },
    { codes: [21212, 21659, 21660], words: "Your number isn't in your Twilio account", remedy: "Check the number" },
    {
      codes: [21703, 21704, 21705, 21712],
      words: "Your Twilio messaging service isn't set up",
      remedy: "Check the number",
    },
    { codes: [21408], words: "Your Twilio account may not text this country", remedy: "Check your regions" },
    { codes: [21612], words: "Your number can't reach this one", remedy: "Call back" },
    { codes: [21215, 21216], words: "Your Twilio account may not call this number", remedy: "Check your regions" },
    {
      codes: [21404, 21421, 21422, 21452],
      words: "That number can't be bought any more",
      remedy: "Choose another number",
    },
    { codes: [21649], words: "That number needs papers that Twilio doesn't have yet", remedy: "Choose another number" },
  ],
  account: [
    { codes: [20003], words: "Twilio didn't accept our sign-in", remedy: "Check the Twilio account" },
    { codes: [30002], words: "Your Twilio account is suspended", remedy: "Check the Twilio account" },
    { codes: [20404], words: "Twilio couldn't find this account or number", remedy: "Check the Twilio account" },
  ],
  transient: [
    { codes: [20429], words: "Too many texts at once", remedy: "Try again" },
    { codes: [21611, 30001], words: "Too many texts were waiting", remedy: "Try again" },
    { codes: [30008], words: "Not delivered, carrier gave no reason", remedy: "Try again" },
    { codes: [30017], words: "The carrier was too busy", remedy: "Try again" },
    { codes: [30410], words: "The carrier took too long", remedy: "Try again" },
  ],
  other: [
    { codes: [21617], words: "The text was too long", remedy: "Edit the text" },
    { codes: [14107], words: "Another machine was answering us", remedy: "Call back" },
    {
      codes: [11200, 11205, 11206, 11210, 11215, 11235, 11237],
      words: "Twilio couldn't reach us",
      remedy: "Check the line",
    },
    {
      codes: [11750, 11751, 11770, 12100, 12200, 12300, 12400],
      words: "Twilio couldn't read our answer",
      remedy: "Check the line",
    },
    {
      codes: [13201, 13214, 13223, 13224, 13225, 13226, 13227],
      words: "Twilio couldn't ring the phone",
      remedy: "Check the line",
    },
  ],
};

const BY_CODE: ReadonlyMap<number, ErrorWords> = new Map(
  (Object.entries(TABLE) as [ErrorKind, readonly Row[]][]).flatMap(([kind, rows]) =>
    rows.flatMap(({ codes, words, remedy }) => codes.map((code) => [code, { words, kind, remedy }] as const)),
  ),
);

/** Refused or undelivered because the other side is a landline, or no mobile at all. */
export function saysLandline(code: number | null): boolean {
  return code !== null && NOT_MOBILE.includes(code);
}

const NOT_MOBILE: readonly number[] = [21614, 21635, 30006];
