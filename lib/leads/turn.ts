import type { Turn } from "../../db/enums";
import { formatWaiting } from "../format/time";

export type TurnFacts = {
  /** False once they opted out, were blocked, or turned out to have no phone that gets texts. */
  canBeTexted: boolean;
  aiReplying: boolean;
  /** Since when a reply is owed; null when none is. */
  waitingSince: Date | null;
  /** Our last text, automatic or not; null when there is none. */
  lastOutboundAt: Date | null;
  /** The last thing that happened at all: what silence is counted from when we never wrote. */
  lastActivityAt: Date;
  quietAfterDays: number;
  now: Date;
};

export type TurnVerdict = { turn: Turn; words: string; since: Date | null };

const DAY = 86_400_000;

/** Whose turn it is, in words. */
export function turnOf(facts: TurnFacts): TurnVerdict {
  if (!facts.canBeTexted) return { turn: "cannot_text", words: "Can't be texted", since: null };
  if (facts.aiReplying) return { turn: "ai", words: "AI replying", since: facts.waitingSince };
  if (facts.waitingSince) {
    return { turn: "waiting", words: `Waiting ${since(facts.waitingSince, facts.now)}`, since: facts.waitingSince };
  }
  const silentSince = facts.lastOutboundAt ?? facts.lastActivityAt;
  const silent = since(silentSince, facts.now);
  if (facts.now.getTime() - silentSince.getTime() >= facts.quietAfterDays * DAY) {
    return { turn: "quiet", words: `Quiet ${silent}`, since: silentSince };
  }
  const words = facts.lastOutboundAt ? `Their turn, ${silent}` : `Not texted, ${silent}`;
  return { turn: "theirs", words, since: silentSince };
}

function since(at: Date, now: Date): string {
  return formatWaiting(now.getTime() - at.getTime());
}
