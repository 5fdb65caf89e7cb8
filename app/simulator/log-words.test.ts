import { expect, it } from "vitest";
import { nameOf, typedNumber } from "./customers";
import { logLines } from "./log-words";
import { TROUBLES, troubleNow } from "./trouble";
import type { LedgerEntry } from "./wire";

const MAYA = "+15035550211";
const NUMBER = "+15035550142";
const VAN = "+15035550199";
const name = (number: string) => nameOf(number, [{ number: VAN, label: "The van" }]);
const call = { from: MAYA, to: NUMBER, direction: "inbound", forwardedFrom: VAN };

it("tells a missed call from its arrival to the text", () => {
  const entries: LedgerEntry[] = [
    { id: 1, at: 0, kind: "call_started", ...call },
    { id: 2, at: 100, kind: "webhook_sent", webhook: "voice", ms: 23 },
    { id: 3, at: 110, kind: "twiml", document: "<Response><Gather><Say>Sorry</Say></Gather><Hangup/></Response>" },
    { id: 4, at: 6000, kind: "call_ended", ...call, status: "completed", durationSeconds: 6 },
    { id: 5, at: 8000, kind: "message_request", to: MAYA, body: "Hello" },
    { id: 6, at: 8100, kind: "message_accepted", to: MAYA },
    { id: 7, at: 8200, kind: "message_status", to: MAYA, status: "sent" },
    { id: 8, at: 9000, kind: "message_status", to: MAYA, status: "delivered" },
  ];
  expect(logLines(entries, name).map(({ words }) => words)).toEqual([
    "Maya Lindqvist reaches (503) 555-0142, forwarded from The van",
    "The app is told: a call is coming in (23 ms)",
    "The app says what to do: gather, say, hangup",
    "The call ends after 6 s",
    "The app asks to text Maya Lindqvist: “Hello”",
    "Text accepted, 2.1 s after the call",
    "Text delivered to Maya Lindqvist",
  ]);
});

it("says of a text that answers no call only that it was accepted", () => {
  expect(logLines([{ id: 1, at: 0, kind: "message_accepted", to: MAYA }], name)[0]?.words).toBe("Text accepted");
});

it("shows what fails as failed", () => {
  const entries: LedgerEntry[] = [
    { id: 1, at: 0, kind: "message_refused", code: 30034 },
    { id: 2, at: 0, kind: "webhook_dropped", webhook: "message_status", messageStatus: "delivered" },
    { id: 3, at: 0, kind: "message_status", to: MAYA, status: "undelivered", errorCode: 30007 },
  ];
  expect(logLines(entries, name).map(({ words, tone }) => [words, tone])).toEqual([
    ["Text refused (30034)", "stamp"],
    ["Lost on the way: a text is delivered", "stamp"],
    ["Text to Maya Lindqvist not delivered (30007)", "stamp"],
  ]);
});

it("knows each trouble again by what the carrier says", () => {
  for (const trouble of TROUBLES)
    expect(troubleNow(trouble.faults ?? {}, trouble.texting ?? null)?.key).toBe(trouble.key);
  expect(troubleNow({}, null)).toBeNull();
});

it("reads numbers as they are typed", () => {
  expect(typedNumber("(503) 555-0144")).toBe("+15035550144");
  expect(typedNumber("1 503 555 0144")).toBe("+15035550144");
  expect(typedNumber("+44 20 7946 0958")).toBe("+442079460958");
  expect(typedNumber("911")).toBeNull();
});
