import type { CallPlan } from "../calls/place-call";
import type { IncomingText } from "../texts/receive-message";
import { ControlError } from "./control-error";
import { amount, asInput, listOf, maybe, phoneNumber, text } from "./input";

/** @throws {ControlError} */
export function readCall(body: unknown): CallPlan {
  const input = asInput(body, "The body");
  return {
    from: phoneNumber(input.from, "from"),
    to: phoneNumber(input.to, "to"),
    hangUpAfterSeconds: maybe(input.hangUpAfterSeconds, "hangUpAfterSeconds", amount),
    presses: maybe(input.presses, "presses", (list, name) => listOf(list, name, readPress)),
    messageSeconds: maybe(input.messageSeconds, "messageSeconds", amount),
    stirVerstat: maybe(input.stirVerstat, "stirVerstat", text),
    withheld: maybe(input.withheld, "withheld", (value, name) =>
      typeof value === "boolean" ? value : text(value, name),
    ),
  };
}

function readPress(value: unknown, name: string): { afterSeconds: number; digits: string } {
  const input = asInput(value, name);
  return { afterSeconds: amount(input.afterSeconds, `${name}.afterSeconds`), digits: keys(input.digits) };
}

export function keys(value: unknown): string {
  if (typeof value === "string" && /^[0-9*#]+$/.test(value)) return value;
  throw new ControlError(400, "digits must be keys of a phone: 0 to 9, * and #.");
}

/** @throws {ControlError} */
export function readText(body: unknown): IncomingText {
  const input = asInput(body, "The body");
  const incoming = {
    from: phoneNumber(input.from, "from"),
    to: phoneNumber(input.to, "to"),
    body: maybe(input.body, "body", text) ?? "",
    mediaCount: maybe(input.mediaCount, "mediaCount", amount) ?? 0,
  };
  if (incoming.mediaCount > 10) throw new ControlError(400, "mediaCount must be 10 or less.");
  return incoming;
}
