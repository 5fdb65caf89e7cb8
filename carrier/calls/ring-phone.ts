import type { Network } from "../network";
import type { ForwardingReason, PhoneBehaviour, PhoneRecord } from "../types";
import { PhoneCall } from "./phone-call";
import type { RingOutcome, RingRequest } from "./ring";

export type PhoneOutcome = RingOutcome | { kind: "forward"; to: string; forwardedFrom?: string };

/** When a phone acts by itself; an interactive one and one that rings out do not. */
const DEFAULT_SECONDS: Partial<Record<PhoneBehaviour, number>> = {
  accepts: 4,
  picks_up_silently: 4,
  declines: 3,
  voicemail: 22,
};
const NETWORK_GIVES_UP = 90;
const SET_UP = 0.5;
const VOICEMAIL_LISTENS = 25;

/** Rings one phone and lets it behave. */
export async function ringPhone(network: Network, request: RingRequest): Promise<PhoneOutcome> {
  const phone = network.state.phone(request.to);
  const { near } = request;
  if (!(await network.clock.wait(SET_UP, near.gone))) return { kind: "canceled" };
  if (phone.behaviour === "busy") return forwardOr(phone, "busy", { kind: "busy" });
  if (phone.behaviour === "unreachable") return forwardOr(phone, "unreachable", { kind: "failed" });

  const call = new PhoneCall(network.clock, {
    phone: phone.number,
    role: "callee",
    with: request.from,
    callSid: request.callSid,
  });
  network.calls.addPhoneCall(call);
  request.onRinging?.();
  const timers = [
    ...actByItself(network, phone, call),
    network.clock.after(NETWORK_GIVES_UP, () => call.end("no-answer")),
  ];
  const event = await firstEvent(network, { phone, call, request });
  for (const cancel of timers) cancel();

  switch (event) {
    case "answer":
      call.connected();
      behaveOnTheCall(network, phone, call);
      near.whenGone(() => call.hangUp());
      return { kind: "answered", far: call };
    case "decline":
      call.end("busy");
      return forwardOr(phone, "busy", { kind: "busy" });
    case "forward":
      call.end("forwarded");
      return forwardOr(phone, "no_answer", { kind: "no-answer" });
    case "given up":
      call.end("canceled");
      return { kind: "canceled" };
    case "ended":
      return { kind: "no-answer" };
  }
}

type RingEvent = "answer" | "decline" | "forward" | "given up" | "ended";

function firstEvent(
  network: Network,
  { phone, call, request }: { phone: PhoneRecord; call: PhoneCall; request: RingRequest },
): Promise<RingEvent> {
  return new Promise((resolve) => {
    void call.choice.then(resolve);
    request.near.whenGone(() => resolve("given up"));
    call.whenGone(() => resolve("ended"));
    if (!phone.forwarding?.on.includes("no_answer")) return;
    const cancel = network.clock.after(phone.forwarding.afterSeconds ?? 20, () => resolve("forward"));
    call.whenGone(cancel);
    void call.choice.then(cancel);
  });
}

function actByItself(network: Network, phone: PhoneRecord, call: PhoneCall): (() => void)[] {
  const usual = DEFAULT_SECONDS[phone.behaviour];
  if (usual === undefined) return [];
  const act = () => (phone.behaviour === "declines" ? call.decline() : call.answer());
  return [network.clock.after(phone.afterSeconds ?? usual, act)];
}

function behaveOnTheCall(network: Network, phone: PhoneRecord, call: PhoneCall): void {
  if (phone.behaviour === "interactive") return;
  if (phone.behaviour === "accepts") {
    call.onPrompt(() => {
      network.clock.after(1, () => call.press("1"));
    });
  }
  if (phone.behaviour === "voicemail") {
    call.greeting = "You have reached my voicemail. Please leave a message.";
  }
  const cancel = network.clock.after(phone.behaviour === "voicemail" ? VOICEMAIL_LISTENS : phone.talkSeconds, () =>
    call.hangUp(),
  );
  call.whenGone(cancel);
}

function forwardOr(phone: PhoneRecord, reason: ForwardingReason, otherwise: RingOutcome): PhoneOutcome {
  const { forwarding } = phone;
  if (!forwarding?.on.includes(reason)) return otherwise;
  const told = { line: phone.number, absent: undefined, wrong: `+4949494949${phone.number.slice(1)}` };
  return { kind: "forward", to: forwarding.to, forwardedFrom: told[forwarding.passForwardedFrom ?? "line"] };
}
