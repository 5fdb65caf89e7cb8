import {
  FORWARDING_REASONS,
  type Forwarding,
  LINE_KINDS,
  PHONE_BEHAVIOURS,
  type PhoneSettings,
  type Texting,
} from "../types";
import { amount, asInput, listOf, maybe, oneOf, phoneNumber, text } from "./input";

export type PhoneChange = Partial<PhoneSettings> & { number: string };

/** What a request says about a phone; what it leaves out stays, and null takes it away. @throws {ControlError} */
export function readPhone(body: unknown): PhoneChange {
  const input = asInput(body, "The body");
  const change: PhoneChange = { number: phoneNumber(input.number, "number") };
  if (input.label !== undefined) change.label = maybe(input.label, "label", text) ?? null;
  if (input.behaviour !== undefined) change.behaviour = oneOf(input.behaviour, "behaviour", PHONE_BEHAVIOURS);
  if (input.lineKind !== undefined) change.lineKind = oneOf(input.lineKind, "lineKind", LINE_KINDS);
  if (input.afterSeconds !== undefined) change.afterSeconds = maybe(input.afterSeconds, "afterSeconds", amount) ?? null;
  if (input.talkSeconds !== undefined) change.talkSeconds = amount(input.talkSeconds, "talkSeconds");
  if (input.forwarding !== undefined) change.forwarding = maybe(input.forwarding, "forwarding", readForwarding) ?? null;
  if (input.texting !== undefined) change.texting = maybe(input.texting, "texting", readTexting) ?? null;
  return change;
}

function readForwarding(value: unknown, name: string): Forwarding {
  const input = asInput(value, name);
  return {
    to: phoneNumber(input.to, `${name}.to`),
    on: listOf(input.on, `${name}.on`, (reason, path) => oneOf(reason, path, FORWARDING_REASONS)),
    afterSeconds: maybe(input.afterSeconds, `${name}.afterSeconds`, amount),
    passForwardedFrom: maybe(input.passForwardedFrom, `${name}.passForwardedFrom`, (given, path) =>
      oneOf(given, path, ["line", "absent", "wrong"] as const),
    ),
  };
}

function readTexting(value: unknown, name: string): Texting {
  const input = asInput(value, name);
  return {
    outcome: oneOf(input.outcome, `${name}.outcome`, ["delivered", "undelivered", "failed", "no_report"] as const),
    errorCode: maybe(input.errorCode, `${name}.errorCode`, amount),
  };
}
