import {
  dueAt,
  type Effect,
  type Input,
  type Message,
  SLEEP_AFTER_MS,
  SLEEP_ALONE_AFTER_MS,
  startTab,
  step,
  type TabChange,
} from "./tab";

type Page = {
  tell: (change: TabChange) => void;
  /** Changes may not have been heard: what is shown may be old. */
  readAgain: () => void;
  /** Since when changes are not heard; null while they are. */
  connection: (lostAt: number | null) => void;
};

/**
 * Tells a page what changes, over one stream for all tabs of a person in this browser.
 * @returns ends this tab's part in it
 */
export function shareStream(person: string, page: Page): () => void {
  // Another number when the messages change: two builds may be open side by side.
  const name = `ringback-events-1:${person}`;
  const sharing = "locks" in navigator && "BroadcastChannel" in window;
  const channel = sharing ? new BroadcastChannel(name) : null;
  const lock = sharing ? sharedLock(name, input) : lockOfItsOwn(input);
  let tab = startTab(Math.random().toString(36).slice(2), {
    sleepAfterMs: sharing ? SLEEP_AFTER_MS : SLEEP_ALONE_AFTER_MS,
    now: Date.now(),
  });
  let stream: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;

  function input(happened: Input): void {
    if (ended) return;
    const before = tab.lostAt;
    const { tab: next, effects } = step(tab, happened, Date.now());
    tab = next;
    for (const effect of effects) act(effect);
    if (tab.lostAt !== before) page.connection(tab.lostAt);
    clearTimeout(timer);
    const due = dueAt(tab);
    if (Number.isFinite(due)) timer = setTimeout(() => input({ is: "tick" }), Math.max(0, due - Date.now()));
  }

  function act(effect: Effect): void {
    switch (effect.do) {
      case "ask for lock":
        lock.ask();
        break;
      case "steal lock":
        lock.steal();
        break;
      case "give up lock":
        lock.giveUp();
        break;
      case "open":
        stream = openStream(person, input);
        break;
      case "close":
        stream?.close();
        break;
      case "say":
        channel?.postMessage(effect.message);
        break;
      case "tell":
        page.tell(effect.change);
        break;
      case "read again":
        page.readAgain();
        break;
    }
  }

  const look = () => input({ is: document.visibilityState === "visible" ? "shown" : "hidden" });
  const listening = new AbortController();
  const { signal } = listening;
  document.addEventListener("visibilitychange", look, { signal });
  document.addEventListener("freeze", () => input({ is: "frozen" }), { signal });
  document.addEventListener("resume", look, { signal });
  window.addEventListener("pagehide", () => input({ is: "frozen" }), { signal });
  window.addEventListener("pageshow", ({ persisted }) => persisted && look(), { signal });
  window.addEventListener("online", () => input({ is: "online" }), { signal });
  window.addEventListener("offline", () => input({ is: "offline" }), { signal });
  channel?.addEventListener("message", ({ data }: MessageEvent<Message>) => input({ is: "message", message: data }), {
    signal,
  });
  if (document.visibilityState === "visible") look();

  return () => {
    input({ is: "frozen" });
    ended = true;
    listening.abort();
    clearTimeout(timer);
    channel?.close();
  };
}

function openStream(person: string, input: (happened: Input) => void): EventSource {
  const stream = new EventSource(`/api/events?person=${person}`);
  stream.addEventListener("open", () => input({ is: "opened" }));
  stream.addEventListener("error", () => input({ is: "lost", spread: Math.random() }));
  stream.addEventListener("beat", () => input({ is: "beat" }));
  stream.addEventListener("resync", () => input({ is: "resync" }));
  stream.addEventListener("change", ({ data }: MessageEvent<string>) =>
    input({ is: "change", change: JSON.parse(data) as TabChange }),
  );
  return stream;
}

type Lock = { ask: () => void; steal: () => void; giveUp: () => void };

/** A Web Lock: the browser gives it to the next tab when the one that holds it is closed or crashes. */
function sharedLock(name: string, input: (happened: Input) => void): Lock {
  let giveUp = () => {};
  const request = (options: (asking: AbortSignal) => LockOptions) => {
    giveUp();
    const asking = new AbortController();
    const held = new Promise<void>((release) => {
      giveUp = () => {
        giveUp = () => {};
        asking.abort();
        release();
      };
    });
    const mine = giveUp;
    navigator.locks
      .request(name, options(asking.signal), () => {
        if (mine === giveUp) input({ is: "lock held" });
        return held;
      })
      .catch(() => {
        // Given up before it was held, or taken by another tab.
        if (mine === giveUp) input({ is: "lock lost" });
      });
  };
  return {
    ask: () => request((signal) => ({ signal })),
    steal: () => request(() => ({ steal: true })),
    giveUp: () => giveUp(),
  };
}

/** Where tabs cannot share, for want of https or in an old browser, each has a stream of its own while it is seen. */
function lockOfItsOwn(input: (happened: Input) => void): Lock {
  const take = () => queueMicrotask(() => input({ is: "lock held" }));
  return { ask: take, steal: take, giveUp: () => {} };
}
