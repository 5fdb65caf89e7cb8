import type { PlacedCall } from "../history";
import type { Random } from "../random";
import type { Place } from "./places";

/** A webhook as the carrier would send it, before it is signed. */
export type Webhook = {
  path: string;
  sid: string;
  status?: string;
  /** It brings the caller's 9. */
  declines?: true;
  params: Record<string, string>;
};

/**
 * A call from the caller's side: what became of it, and the webhooks it causes. Those of one stage come in any order; a
 * later stage cannot begin before the one before was answered, because its webhooks exist only by that answer.
 */
export type Story = {
  sid: string;
  outcome: PlacedCall["outcome"];
  /** The caller pressed 9: whether a text goes out is then a matter of who is first. */
  declined: boolean;
  stages: Webhook[][];
  /** By itself enough to decide the call. */
  witness: Webhook;
};

type Parts = ReturnType<typeof parts>;
type Plot = {
  kind: string;
  weight: number;
  outcome?: "answered";
  declined?: true;
  stages: (one: Parts) => Webhook[][];
};

const END_ALONE: Plot = { kind: "known by its end alone", weight: 2, stages: (c) => [[c.status("completed")]] };

const FORWARDED: Plot[] = [
  { kind: "heard the notice", weight: 6, stages: (c) => [[c.incoming(), c.notice(), c.status("completed")]] },
  END_ALONE,
  { kind: "hung up in the notice", weight: 2, stages: (c) => [[c.incoming(), c.status("completed")]] },
  { kind: "came by the fallback", weight: 1, stages: (c) => [[c.fallback(), c.notice(), c.status("completed")]] },
  {
    kind: "pressed 9",
    weight: 1,
    declined: true,
    stages: (c) => [[c.incoming(), c.nine(), c.status("completed")]],
  },
];

const DIRECT: Plot[] = [
  { kind: "nobody answered", weight: 4, stages: (c) => [missed(c, "no-answer")] },
  { kind: "busy", weight: 2, stages: (c) => [missed(c, "busy")] },
  { kind: "gave up while it rang", weight: 2, stages: (c) => [[c.incoming(), c.status("no-answer")]] },
  {
    kind: "answered",
    weight: 2,
    outcome: "answered",
    stages: (c) => [[c.incoming()], [c.screen()], [c.accepted()], [c.dialed("completed", true), c.status("completed")]],
  },
];

const missed = (c: Parts, dial: string) => [c.incoming(), c.dialed(dial), c.notice(), c.status("completed")];

export type Ringing = {
  random: Random;
  place: Place;
  from: string;
  /** Who rings twice at once is turned away the second time, and so cannot be answered. */
  ringsTwice: boolean;
};

/** One call, of a kind that its line's mode allows. */
export function tellStory({ random, place, from, ringsTwice }: Ringing): Story {
  const plots = (place.mode === "direct" ? DIRECT : FORWARDED).filter(({ outcome }) => !ringsTwice || !outcome);
  const plot = random.pick(plots.flatMap((one) => Array.from({ length: one.weight }, () => one)));
  return tellPlot(plot, { random, place, from });
}

/** A missed call of which the app hears nothing but its end. */
export function tellEnd(random: Random, place: Place, from: string): Story {
  return tellPlot(END_ALONE, { random, place, from });
}

function tellPlot(plot: Plot, { random, place, from }: Omit<Of, "sid">): Story {
  const { kind, outcome = "missed", declined = false, stages } = plot;
  const sid = random.sid("CA");
  const told = stages(parts({ random, place, from, sid }));
  const witness = told.flat().findLast(({ path }) => path.endsWith("/status"));
  if (!witness) throw new Error(`The story "${kind}" has no end`);
  return { sid, outcome, declined, stages: told, witness };
}

type Of = { random: Random; place: Place; from: string; sid: string };

function parts({ random, place, from, sid }: Of) {
  const leg = random.sid("CA");
  const isForwarded = place.mode === "forwarding";
  const own = { CallSid: sid, From: from, To: place.number, Direction: "inbound" };
  const arrival = { ...own, ...(isForwarded ? { ForwardedFrom: place.businessLine } : {}) };
  const ofLeg = { CallSid: leg, ParentCallSid: sid, From: place.number, To: place.phone, Direction: "outbound-dial" };
  const voice = (door: string, params: Record<string, string>): Webhook => ({
    path: `/api/twilio/voice/${door}`,
    sid: params.CallSid ?? sid,
    status: params.CallStatus ?? "",
    params,
  });
  return {
    incoming: () => voice("incoming", { ...arrival, CallStatus: "ringing" }),
    fallback: () => voice("fallback", { ...arrival, CallStatus: "ringing", ErrorCode: "11200" }),
    notice: () => voice("notice", { ...own, CallStatus: "in-progress" }),
    nine: (): Webhook => ({
      ...voice("notice", { ...own, CallStatus: "in-progress", Digits: "9" }),
      declines: true,
    }),
    dialed: (status: string, bridged = false) =>
      voice("dialed", {
        ...own,
        ...{ CallStatus: "in-progress", DialCallStatus: status, DialCallSid: leg, DialBridged: String(bridged) },
      }),
    screen: () => voice(`screen/${sid}`, { ...ofLeg, CallStatus: "in-progress" }),
    accepted: () => voice(`accepted/${sid}`, { ...ofLeg, CallStatus: "in-progress", Digits: "1" }),
    status: (status: string) => voice("status", { ...arrival, CallStatus: status, SequenceNumber: "0" }),
  };
}

/** A text of the caller's, as it comes in. */
export function textOf(random: Random, { from, to, body }: Record<"from" | "to" | "body", string>): Webhook {
  const sid = random.sid("SM");
  return {
    path: "/api/twilio/messages/incoming",
    sid,
    params: { MessageSid: sid, SmsSid: sid, From: from, To: to, Body: body, NumMedia: "0", NumSegments: "1" },
  };
}
