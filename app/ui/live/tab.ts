import type { Change } from "@/lib/changes";

/** A row that changed, and in which of the person's workspaces. */
export type TabChange = Change & { workspaceId: string };

/** What the tabs of a person say to each other. The leader is the one that holds the lock, and with it the stream. */
export type Message =
  | { is: "here"; from: string; visible: boolean }
  | { is: "left"; from: string }
  | { is: "status"; lostAt: number | null }
  | { is: "change"; change: TabChange }
  | { is: "resync" };

export type Input =
  | { is: "shown" | "hidden" | "frozen" | "online" | "offline" }
  | { is: "lock held" | "lock lost" }
  | { is: "message"; message: Message }
  | { is: "opened" | "beat" | "resync" }
  | { is: "lost"; spread: number }
  | { is: "change"; change: TabChange }
  | { is: "tick" };

export type Effect =
  | { do: "ask for lock" | "steal lock" | "give up lock" }
  | { do: "open" | "close" }
  | { do: "say"; message: Message }
  | { do: "tell"; change: TabChange }
  | { do: "read again" };

/** One tab of a person, as far as sharing the stream goes. */
export type Tab = {
  id: string;
  visible: boolean;
  /** `none` while the tab takes no part: it was never shown, was hidden for long, or is frozen. */
  lock: "none" | "asked" | "held";
  /** Closed in every tab but the leader. `waiting` to be opened again at `tryAt`. */
  stream: "closed" | "opening" | "open" | "waiting";
  tryAt: number;
  failures: number;
  /** When the stream last said something, or was asked to open. */
  heardAt: number;
  /** A visible follower that has not heard from the leader by then takes its place. */
  leaderDueAt: number;
  /** When any tab was last known to be visible. */
  visibleAt: number;
  /** The other visible tabs, and when each last said so. */
  others: Record<string, number>;
  saidAt: number;
  /** Since when changes are not heard; null while they are. */
  lostAt: number | null;
  sleepAfterMs: number;
};

export const SLEEP_AFTER_MS = 5 * 60_000;
/** Without other tabs to hear from, a hidden tab gives its connection back soon: a browser has six for one site. */
export const SLEEP_ALONE_AFTER_MS = 5_000;
/** Two heartbeats of the server and some. */
const STREAM_SILENT_MS = 40_000;
const OPENING_MS = 20_000;
/** The leader repeats every heartbeat. */
const LEADER_SILENT_MS = 45_000;
const LEADER_ANSWERS_MS = 5_000;
const SAY_VISIBLE_MS = 30_000;
const VISIBLE_FOR_MS = 100_000;
const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 15_000];

type Step = { tab: Tab; effects: Effect[] };

export function startTab(
  id: string,
  { sleepAfterMs = SLEEP_AFTER_MS, now }: { sleepAfterMs?: number; now: number },
): Tab {
  return {
    ...{ id, visible: false, lock: "none", stream: "closed", others: {}, lostAt: now, sleepAfterMs },
    ...{ tryAt: 0, failures: 0, heardAt: now, leaderDueAt: 0, visibleAt: now, saidAt: 0 },
  };
}

/** What a tab does about something that happened. */
export function step(tab: Tab, input: Input, now: number): Step {
  switch (input.is) {
    case "shown":
      return show(tab, now);
    case "hidden":
      return sayVisible({ ...tab, visible: false, visibleAt: now }, now);
    case "frozen":
      return leave({ ...tab, visible: false }, now);
    case "online":
      return tab.stream === "waiting" ? open(tab, now) : { tab, effects: [] };
    case "offline":
      return tab.lock === "held" ? lose(tab, now, 0) : { tab: { ...tab, lostAt: tab.lostAt ?? now }, effects: [] };
    case "lock held":
      return tab.lock === "none"
        ? { tab, effects: [{ do: "give up lock" }] }
        : lead({ ...tab, lock: "held", failures: 0 }, now);
    case "lock lost":
      return depose(tab, now);
    case "message":
      return hear(tab, input.message, now);
    case "opened":
      return report({ ...tab, stream: "open", failures: 0, heardAt: now, lostAt: null });
    case "beat":
      return report({ ...tab, heardAt: now });
    case "lost":
      return lose(tab, now, input.spread);
    case "change":
      return passOn(tab, now, [
        { do: "tell", change: input.change },
        { do: "say", message: { is: "change", change: input.change } },
      ]);
    case "resync":
      return passOn(tab, now, [{ do: "read again" }, { do: "say", message: { is: "resync" } }]);
    case "tick":
      return tick(tab, now);
  }
}

/** When the tab has something to do if nothing happens before. */
export function dueAt(tab: Tab): number {
  const due: number[] = [];
  if (tab.visible) due.push(tab.saidAt + SAY_VISIBLE_MS);
  if (tab.visible && tab.lock === "asked") due.push(tab.leaderDueAt);
  if (tab.stream === "waiting") due.push(tab.tryAt);
  if (tab.stream === "opening") due.push(tab.heardAt + OPENING_MS);
  if (tab.stream === "open") due.push(tab.heardAt + STREAM_SILENT_MS);
  if (!tab.visible && tab.lock !== "none") due.push(tab.visibleAt + tab.sleepAfterMs);
  return Math.min(...due);
}

function tick(tab: Tab, now: number): Step {
  const others = Object.fromEntries(Object.entries(tab.others).filter(([, saidAt]) => now < saidAt + VISIBLE_FOR_MS));
  const seen = { ...tab, others };
  const anyVisible = tab.visible || Object.keys(others).length > 0;
  if (!anyVisible && tab.lock !== "none" && now >= tab.visibleAt + tab.sleepAfterMs) return leave(seen, now);
  const said = tab.visible && now >= tab.saidAt + SAY_VISIBLE_MS ? sayVisible(seen, now) : { tab: seen, effects: [] };
  return after(said, (next) => {
    if (next.stream === "waiting" && now >= next.tryAt) return open(next, now);
    if (next.stream === "opening" && now >= next.heardAt + OPENING_MS) return lose(next, now, 0);
    if (next.stream === "open" && now >= next.heardAt + STREAM_SILENT_MS) return lose(next, now, 0);
    if (next.visible && next.lock === "asked" && now >= next.leaderDueAt) {
      const waiting = { ...next, leaderDueAt: now + LEADER_ANSWERS_MS, lostAt: next.lostAt ?? now };
      return { tab: waiting, effects: [{ do: "steal lock" }] };
    }
    return { tab: next, effects: [] };
  });
}

function show(tab: Tab, now: number): Step {
  const shown: Tab = { ...tab, visible: true, visibleAt: now, leaderDueAt: now + LEADER_ANSWERS_MS };
  if (tab.lock !== "none") return sayVisible(shown, now);
  const asking = sayVisible({ ...shown, lock: "asked", lostAt: tab.lostAt ?? now }, now);
  return { tab: asking.tab, effects: [{ do: "ask for lock" }, { do: "read again" }, ...asking.effects] };
}

function sayVisible(tab: Tab, now: number): Step {
  const message: Message = { is: "here", from: tab.id, visible: tab.visible };
  return { tab: { ...tab, saidAt: now, visibleAt: now }, effects: [{ do: "say", message }] };
}

/** Takes no part any more until it is shown again. */
function leave(tab: Tab, now: number): Step {
  const effects: Effect[] = [{ do: "say", message: { is: "left", from: tab.id } }];
  if (tab.stream !== "closed") effects.push({ do: "close" });
  if (tab.lock !== "none") effects.push({ do: "give up lock" });
  return { tab: { ...tab, lock: "none", stream: "closed", lostAt: tab.lostAt ?? now }, effects };
}

function lead(tab: Tab, now: number): Step {
  const opening = open({ ...tab, lostAt: tab.lostAt ?? now }, now);
  return after(opening, report);
}

/** Another tab has taken the lock, because this one did not answer. */
function depose(tab: Tab, now: number): Step {
  if (tab.lock !== "held") return { tab, effects: [] };
  const effects: Effect[] = [...(tab.stream === "closed" ? [] : [{ do: "close" } as const]), { do: "ask for lock" }];
  const follower: Tab = { ...tab, lock: "asked", stream: "closed", leaderDueAt: now + LEADER_SILENT_MS };
  return { tab: follower, effects };
}

function open(tab: Tab, now: number): Step {
  return { tab: { ...tab, stream: "opening", heardAt: now }, effects: [{ do: "open" }] };
}

function lose(tab: Tab, now: number, spread: number): Step {
  if (tab.stream === "closed") return { tab, effects: [] };
  const wait = RETRY_MS[Math.min(tab.failures, RETRY_MS.length - 1)] ?? 0;
  const lost: Tab = { ...tab, stream: "waiting", failures: tab.failures + 1, lostAt: tab.lostAt ?? now };
  return after({ tab: { ...lost, tryAt: now + wait * (1 + spread) }, effects: [{ do: "close" }] }, report);
}

function passOn(tab: Tab, now: number, effects: Effect[]): Step {
  return { tab: { ...tab, heardAt: now }, effects };
}

function report(tab: Tab): Step {
  return { tab, effects: [{ do: "say", message: { is: "status", lostAt: tab.lostAt } }] };
}

function hear(tab: Tab, message: Message, now: number): Step {
  switch (message.is) {
    case "here": {
      const { [message.from]: _, ...rest } = tab.others;
      const others = message.visible ? { ...rest, [message.from]: now } : rest;
      const known = { ...tab, others, visibleAt: now };
      return tab.lock === "held" ? report(known) : { tab: known, effects: [] };
    }
    case "left": {
      const { [message.from]: _, ...others } = tab.others;
      return { tab: { ...tab, others }, effects: [] };
    }
    case "status":
      return follow(tab, now, { lostAt: message.lostAt }, []);
    case "change":
      return follow(tab, now, {}, [{ do: "tell", change: message.change }]);
    case "resync":
      return follow(tab, now, {}, [{ do: "read again" }]);
  }
}

/** The leader's word, to everybody who takes part and does not lead. */
function follow(tab: Tab, now: number, news: Partial<Tab>, effects: Effect[]): Step {
  if (tab.lock !== "asked") return { tab, effects: [] };
  return { tab: { ...tab, ...news, leaderDueAt: now + LEADER_SILENT_MS }, effects };
}

function after({ tab, effects }: Step, next: (tab: Tab) => Step): Step {
  const then = next(tab);
  return { tab: then.tab, effects: [...effects, ...then.effects] };
}
