import type { CarrierRequest, Evidence, Export, Happening, Moment } from "../history";

export type Call = Export["calls"][number];
export type Recovery = Export["recoveries"][number];
export type Message = Export["messages"][number];
type Is<Kind extends Happening["is"]> = Extract<Happening, { is: Kind }>;

/** The evidence with its cross-references, made once for all ten checks. */
export type Known = Evidence & {
  placed: Map<string, Is<"call">>;
  texts: Is<"text">[];
  textsBySid: Map<string, Is<"text">>;
  /** Whatever kept a process or a connection still from one moment to another. */
  freezes: { from: Moment; until: Moment }[];
  calm: Moment | null;
  sent: Map<string, Is<"webhook">>;
  /** When a webhook was first answered 2xx, by its id. */
  acknowledged: Map<string, Moment>;
  workspaceOf: Map<string, string>;
  numbersOf: Map<string, Set<string>>;
  callsBySid: Map<string, Call[]>;
  calls: Map<string, Call>;
  recoveries: Map<string, Recovery>;
  recoveriesOfCall: Map<string, Recovery[]>;
  recoveriesOfMessage: Map<string, Recovery[]>;
  messages: Map<string, Message>;
  /** The sids of the texts that callers wrote. */
  inbound: Set<string>;
  /** Requests in order of their arrival, by the message's own id. */
  requests: Map<string, CarrierRequest[]>;
};

export function know(evidence: Evidence): Known {
  const { history, ledger, rows } = evidence;
  const answers = all(history, "answer").filter(({ status }) => status >= 200 && status < 300);
  const calms = all(history, "calm").map(({ at }) => at);
  return {
    ...evidence,
    placed: keyed(all(history, "call"), ({ sid }) => sid),
    texts: all(history, "text"),
    textsBySid: keyed(all(history, "text"), ({ sid }) => sid),
    freezes: all(history, "fault").flatMap(({ at, until }) => (until === undefined ? [] : [{ from: at, until }])),
    calm: calms.at(-1) ?? null,
    sent: keyed(all(history, "webhook"), ({ id }) => id),
    acknowledged: new Map(
      inOrder(answers)
        .reverse()
        .map(({ id, at }) => [id, at]),
    ),
    workspaceOf: new Map(rows.workspaces.flatMap(({ id, numbers }) => numbers.map((number) => [number, id] as const))),
    numbersOf: new Map(rows.workspaces.map(({ id, numbers }) => [id, new Set(numbers)])),
    callsBySid: grouped(rows.calls, ({ sid }) => sid),
    calls: keyed(rows.calls, ({ id }) => id),
    recoveries: keyed(rows.recoveries, ({ id }) => id),
    recoveriesOfCall: grouped(rows.recoveries, ({ callId }) => callId),
    recoveriesOfMessage: grouped(rows.recoveries, ({ messageId }) => messageId),
    messages: keyed(rows.messages, ({ id }) => id),
    inbound: new Set(rows.messages.flatMap(({ author, sid }) => (author === "caller" && sid ? [sid] : []))),
    requests: grouped(inOrder(ledger), ({ messageId }) => messageId),
  };
}

/** An opening that nobody decided to send. One that no row knows is nobody's decision either. */
export function isAutomatic({ messages }: Known, { messageId }: CarrierRequest): boolean {
  const message = messageId === null ? undefined : messages.get(messageId);
  return !message || (message.purpose === "text_back" && message.author === "automatic");
}

export function grouped<T>(list: readonly T[], keyOf: (one: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

function keyed<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T> {
  return new Map(list.map((one) => [keyOf(one), one]));
}

function inOrder<T extends { at: Moment }>(list: readonly T[]): T[] {
  return [...list].sort((one, other) => one.at - other.at);
}

function all<Kind extends Happening["is"]>(history: Happening[], kind: Kind): Is<Kind>[] {
  return history.filter((one): one is Is<Kind> => one.is === kind);
}
