import type { CarrierRequest, Moment, Violation } from "../history";
import { grouped, type Known } from "./known";
import { mayHaveBegun } from "./may-have-begun";
import { unaskedConfirmations } from "./unasked-confirmations";

/**
 * An opt-out without an acknowledged webhook (a member, the sweeper) is known by its row, written before the commit:
 * no statement of the app runs longer than 30 s, and none of its transactions waits for more than 10 s.
 */
const COMMITTED_WITHIN_MS = 40_000;

type Stop = {
  key: string;
  committedAt: Moment;
  /** When the first START after it was written: from then on texts may go. */
  opensAt: Moment;
  /** No START was written after it, and none was still on its way. */
  stays: boolean;
  sid: string;
};

/**
 * I4: no request to a number begins after its STOP committed, or its 9, which it had when its webhook was answered 2xx; and
 * it is an opt-out in the rows. After a START, all may go again; and always the text that confirms an opt-out, see there.
 */
export function silentAfterStop(known: Known): Violation[] {
  const starts = startsIn(known);
  const pressed = fromKeys(known, starts);
  const heard = [...fromTexts(known, starts), ...pressed];
  const stops = grouped([...heard, ...fromRows(known)], ({ key }) => key);
  const late = known.ledger.flatMap((request): Violation[] => {
    const message = request.messageId === null ? undefined : known.messages.get(request.messageId);
    if (message?.purpose === "opt_out_confirmation") return [];
    const broken = stops.get(keyOf(known, request.from, request.to))?.find((stop) => breaks(known, request, stop));
    if (!broken) return [];
    const what = `A request came ${request.at - broken.committedAt} ms after its STOP had committed`;
    return [{ invariant: "I4", what, evidence: [broken.sid, request.messageId ?? "", request.sid ?? request.to] }];
  });
  return [...late, ...forgotten(known, heard), ...neverOpened(known, pressed), ...unaskedConfirmations(known)];
}

/** By when they were written, and by when their webhook was first answered 2xx. */
type Starts = Map<string, { at: Moment; heardAt: Moment; sid: string }[]>;

function startsIn(known: Known): Starts {
  const heardAt = new Map(
    [...known.sent.values()].flatMap(({ id, sid }) => {
      const at = known.acknowledged.get(id);
      return at === undefined ? [] : [[sid, at] as const];
    }),
  );
  const texts = known.texts.filter(({ start }) => start);
  return grouped(
    texts.map((text) => ({ ...text, heardAt: heardAt.get(text.sid) ?? text.at })),
    ({ from, to }) => keyOf(known, to, from),
  );
}

/**
 * What the STARTs mean for a wish of that moment. Webhooks of texts do not say when a text was written: one that is held up
 * on its way past the wish counts as written when it comes (SECURITY.md).
 */
function since(starts: Starts, key: string, moment: Moment): Pick<Stop, "opensAt" | "stays"> {
  const all = starts.get(key) ?? [];
  return {
    opensAt: Math.min(...all.map(({ at }) => at).filter((at) => at >= moment)),
    stays: all.every(({ at, heardAt }) => at < moment && heardAt < moment),
  };
}

const inForce = ({ rows }: Known) =>
  new Set(rows.optOuts.map(({ workspaceId, callerE164 }) => `${workspaceId} ${callerE164}`));

/**
 * Whoever wrote START last, acknowledged, is opted out no more. Not asked of those who also pressed 9: a webhook of that may
 * come after the START, and within some seconds the silence counts.
 */
function neverOpened(known: Known, pressed: Stop[]): Violation[] {
  const [kept, silent] = [inForce(known), new Set(pressed.map(({ key }) => key))];
  const answered = new Set(
    [...known.sent.values()].filter(({ id }) => known.acknowledged.has(id)).map(({ sid }) => sid),
  );
  const wishes = known.texts.filter(({ stop, start }) => stop || start).toSorted((one, other) => one.at - other.at);
  const last = new Map(wishes.map((text) => [keyOf(known, text.to, text.from), text]));
  return [...last]
    .filter(([key, { sid, start }]) => start && answered.has(sid) && kept.has(key) && !silent.has(key))
    .map(([key, { sid }]) => ({ invariant: "I4", what: "An acknowledged START opened nothing", evidence: [sid, key] }));
}

function forgotten(known: Known, heard: Stop[]): Violation[] {
  const kept = inForce(known);
  return heard
    .filter(({ key, stays }) => stays && !kept.has(key))
    .map(({ sid, key }) => ({
      invariant: "I4",
      what: "An acknowledged STOP or 9 is no opt-out",
      evidence: [sid, key],
    }));
}

function breaks(known: Known, request: CarrierRequest, { committedAt, opensAt }: Stop): boolean {
  return request.at > committedAt && request.at < opensAt && !mayHaveBegun(known, request, committedAt);
}

function fromTexts(known: Known, starts: Starts): Stop[] {
  const webhooksOf = grouped([...known.sent.values()], ({ sid }) => sid);
  return known.texts.flatMap((text) => {
    if (!text.stop) return [];
    const answered = (webhooksOf.get(text.sid) ?? []).flatMap(({ id }) => known.acknowledged.get(id) ?? []);
    if (answered.length === 0) return [];
    const key = keyOf(known, text.to, text.from);
    return [{ key, committedAt: Math.min(...answered), ...since(starts, key, text.at), sid: text.sid }];
  });
}

function fromKeys(known: Known, starts: Starts): Stop[] {
  return [...known.sent.values()].flatMap(({ id, sid, at, declines }) => {
    const [call, committedAt] = [known.placed.get(sid), known.acknowledged.get(id)];
    if (!declines || !call || committedAt === undefined) return [];
    const key = keyOf(known, call.to, call.from);
    return [{ key, committedAt, ...since(starts, key, at), sid }];
  });
}

function fromRows({ rows }: Known): Stop[] {
  return rows.optOuts.flatMap(({ workspaceId, callerHash, callerE164, at }) => {
    if (callerE164 === null) return [];
    const key = `${workspaceId} ${callerE164}`;
    return [
      { key, committedAt: at + COMMITTED_WITHIN_MS, opensAt: Number.POSITIVE_INFINITY, stays: true, sid: callerHash },
    ];
  });
}

/** @param ours the workspace's number: an opt-out counts for all numbers of the workspace */
function keyOf({ workspaceOf }: Known, ours: string, caller: string): string {
  return `${workspaceOf.get(ours) ?? ours} ${caller}`;
}
