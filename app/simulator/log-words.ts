import type { LedgerEntry } from "./wire";

export type LogLine = { key: string; at: number; words: string; tone: "quiet" | "pen" | "answer" | "stamp" };
type Naming = (number: string) => string;

const TOLD: Record<string, string> = {
  voice: "a call is coming in",
  screen: "somebody picked up",
  gather: "a key was pressed, or none",
  record: "a message was recorded",
  dial_action: "the phones have stopped ringing",
  redirect: "the call goes on",
  fallback: "the first address failed",
  number_status: "the call is over",
  leg_status: "a phone's part of the call changed",
  call_status: "a call the app placed changed",
  message_in: "a text came in",
  message_status: "how a text fares",
};

const ENDINGS: Record<string, string> = {
  completed: "The call ends",
  busy: "Busy",
  "no-answer": "Nobody picked up",
  failed: "The call fails",
  canceled: "The caller hung up",
};

/** The ledger in plain words, oldest first; what says nothing to a person is left out. */
export function logLines(entries: readonly LedgerEntry[], name: Naming): LogLine[] {
  return entries.flatMap((entry, index) => {
    const line = wordsOf(entry, name, () => secondsAfterCall(entries, index));
    return line ? [{ key: `${entry.id} ${entry.at}`, at: entry.at, tone: "quiet" as const, ...line }] : [];
  });
}

type Words = { words: string; tone?: LogLine["tone"] } | null;

function wordsOf(entry: LedgerEntry, name: Naming, sinceCall: () => string): Words {
  const text = (field: string) => (typeof entry[field] === "string" ? entry[field] : "");
  const code = entry.code ?? entry.errorCode;
  switch (entry.kind) {
    case "call_started":
      return { words: started(entry, name) };
    case "call_status":
      if (text("status") !== "in-progress") return null;
      return { words: text("direction") === "inbound" ? "Ringback takes the call" : `${name(text("to"))} picks up` };
    case "call_ended":
      return { words: text("direction") === "inbound" ? ended(entry) : `${name(text("to"))}: ${ended(entry)}` };
    case "twiml":
      return verbs(text("document"));
    case "webhook_sent":
      return { words: `The app is told: ${told(entry)} (${String(entry.ms ?? 0)} ms)` };
    case "webhook_failed":
      return { words: `The app didn't take: ${told(entry)} (${String(entry.reason ?? entry.status)})`, tone: "stamp" };
    case "webhook_dropped":
      return { words: `Lost on the way: ${told(entry)}`, tone: "stamp" };
    case "message_request":
      return { words: `The app asks to text ${name(text("to"))}: “${text("body")}”`, tone: "pen" };
    case "message_accepted":
      return { words: `Text accepted${sinceCall()}`, tone: "pen" };
    case "message_refused":
      return { words: `Text refused (${String(code)})`, tone: "stamp" };
    case "message_status":
      return delivery(entry, name);
    case "auto_reply":
      return { words: "The carrier answers this word by itself" };
    case "text_in":
      return { words: `${name(text("from"))} texts: “${text("body")}”` };
    case "fault":
      return { words: `Trouble: ${text("effect").replaceAll("_", " ")}`, tone: "stamp" };
    case "error":
      return { words: `The carrier notes error ${String(code)}`, tone: "stamp" };
    case "number_bought":
      return { words: `${name(text("phoneNumber"))} is connected` };
    case "number_released":
      return { words: `${name(text("phoneNumber"))} is released` };
    default:
      return null;
  }
}

function started(entry: LedgerEntry, name: Naming): string {
  const [from, to] = [name(String(entry.from)), name(String(entry.to))];
  if (entry.direction !== "inbound") return `Ringback rings ${to}`;
  const via = entry.forwardedFrom ? `, forwarded from ${name(String(entry.forwardedFrom))}` : "";
  return `${from} reaches ${to}${via}`;
}

function ended({ status, durationSeconds }: LedgerEntry): string {
  const words = ENDINGS[String(status)] ?? "The call ends";
  const lasted = status === "completed" && typeof durationSeconds === "number" ? ` after ${durationSeconds} s` : "";
  return words + lasted;
}

function told({ webhook, messageStatus }: LedgerEntry): string {
  if (webhook === "message_status" && messageStatus) return `a text is ${String(messageStatus)}`;
  return TOLD[String(webhook)] ?? "something happened";
}

function verbs(document: string): Words {
  const names = [...document.matchAll(/<([A-Z]\w+)/g)]
    .map((match) => match[1] ?? "")
    .filter((verb) => verb !== "Response");
  if (names.length === 0) return null;
  return { words: `The app says what to do: ${[...new Set(names)].join(", ").toLowerCase()}` };
}

function delivery(entry: LedgerEntry, name: Naming): Words {
  const to = name(String(entry.to));
  if (entry.status === "delivered") return { words: `Text delivered to ${to}`, tone: "answer" };
  if (entry.status !== "undelivered" && entry.status !== "failed") return null;
  return { words: `Text to ${to} not delivered (${String(entry.errorCode ?? "no reason")})`, tone: "stamp" };
}

/** ", 2.1 s after the call" when the text answers one. */
function secondsAfterCall(entries: readonly LedgerEntry[], index: number): string {
  const text = entries[index];
  if (!text) return "";
  const call = entries
    .slice(0, index)
    .findLast(({ kind, direction, from }) => kind === "call_ended" && direction === "inbound" && from === text.to);
  const seconds = call ? (text.at - call.at) / 1000 : Number.POSITIVE_INFINITY;
  return seconds < 600 ? `, ${seconds.toFixed(1)} s after the call` : "";
}
