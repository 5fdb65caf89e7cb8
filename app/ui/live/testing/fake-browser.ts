import { dueAt, type Effect, type Input, startTab, step, type Tab, type TabChange } from "../tab";

export type FakeTab = {
  tab: Tab;
  /** What its page was told. */
  told: TabChange[];
  readAgain: number;
  /** Runs no timer and hears nothing, as what a phone suspends. */
  suspended: boolean;
  /** Its own stream, while it has one. */
  stream: boolean;
};

/** The tabs of one person in a browser, with its lock, its channel, its clock and the server they ask. */
export function fakeBrowser() {
  const tabs = new Map<string, FakeTab>();
  let now = 0;
  let holder: string | null = null;
  let waiting: string[] = [];
  let online = true;
  const later: (() => void)[] = [];

  const get = (id: string): FakeTab => {
    const found = tabs.get(id);
    if (!found) throw new Error(`There is no tab ${id}`);
    return found;
  };

  function input(id: string, happened: Input): void {
    const fake = get(id);
    if (fake.suspended) return;
    const { tab, effects } = step(fake.tab, happened, now);
    fake.tab = tab;
    for (const effect of effects) act(id, fake, effect);
  }

  function act(id: string, fake: FakeTab, effect: Effect): void {
    switch (effect.do) {
      case "ask for lock":
        waiting.push(id);
        later.push(grant);
        break;
      case "steal lock": {
        const robbed = holder;
        waiting = waiting.filter((other) => other !== id);
        holder = id;
        if (robbed) later.push(() => input(robbed, { is: "lock lost" }));
        later.push(() => input(id, { is: "lock held" }));
        break;
      }
      case "give up lock":
        letGo(id);
        break;
      case "open":
        fake.stream = true;
        if (online) later.push(() => fake.stream && serve(id));
        else later.push(() => input(id, { is: "lost", spread: 0 }));
        break;
      case "close":
        fake.stream = false;
        break;
      case "say": {
        const { message } = effect;
        for (const other of tabs.keys()) if (other !== id) later.push(() => hear(other, { is: "message", message }));
        break;
      }
      case "tell":
        fake.told.push(effect.change);
        break;
      case "read again":
        fake.readAgain += 1;
        break;
    }
  }

  const hear = (id: string, happened: Input) => tabs.has(id) && input(id, happened);
  const serve = (id: string) => {
    input(id, { is: "opened" });
    input(id, { is: "resync" });
  };

  function letGo(id: string): void {
    waiting = waiting.filter((other) => other !== id);
    if (holder === id) holder = null;
    later.push(grant);
  }

  function grant(): void {
    const next = holder ? undefined : waiting.shift();
    if (!next) return;
    holder = next;
    input(next, { is: "lock held" });
  }

  /** Everything that happens without time passing. */
  function settle(): void {
    for (let next = later.shift(); next; next = later.shift()) next();
  }

  const streaming = () => [...tabs].filter(([, { stream }]) => stream).map(([id]) => id);

  return {
    get,
    /** Which tabs have a stream. */
    streaming,
    open(id: string, { visible = true, sleepAfterMs }: { visible?: boolean; sleepAfterMs?: number } = {}): void {
      const tab = startTab(id, { now, ...(sleepAfterMs ? { sleepAfterMs } : {}) });
      tabs.set(id, { tab, told: [], readAgain: 0, suspended: false, stream: false });
      if (visible) this.tell(id, "shown");
    },
    tell(id: string, is: "shown" | "hidden" | "frozen"): void {
      input(id, { is });
      settle();
    },
    /** As a crash or the end of a process: nothing is said any more, and the browser takes its lock. */
    crash(id: string): void {
      tabs.delete(id);
      letGo(id);
      settle();
    },
    suspend(id: string, suspended: boolean): void {
      get(id).suspended = suspended;
    },
    /** The lock was taken from a suspended tab: it learns of it when it runs again. */
    learnOfTheft(id: string): void {
      input(id, { is: "lock lost" });
      settle();
    },
    network(up: boolean): void {
      online = up;
      for (const id of tabs.keys()) input(id, { is: up ? "online" : "offline" });
      settle();
    },
    /** The server ends its streams without a word to the device. */
    serverEnds(): void {
      for (const id of streaming()) input(id, { is: "lost", spread: 0 });
      settle();
    },
    serverSays(change: TabChange): void {
      for (const id of streaming()) input(id, { is: "change", change });
      settle();
    },
    /** Time passes, with a heartbeat every 15 seconds while the server is there. */
    pass(milliseconds: number, { beating = true }: { beating?: boolean } = {}): void {
      for (const end = now + milliseconds; now < end; ) {
        now += 1_000;
        if (beating && online && now % 15_000 === 0) for (const id of streaming()) input(id, { is: "beat" });
        for (const [id, { tab }] of tabs) if (now >= dueAt(tab)) input(id, { is: "tick" });
        settle();
      }
    },
  };
}
