import type { LiveCall } from "../calls/live-call";
import type { Network } from "../network";
import { CONTINUE, goToAction, type Next } from "./next";
import { isTrue, wholeNumber } from "./parse";
import type { Verb } from "./run-verb";
import { speak } from "./speak";

/** Speaks what is nested and collects keys meanwhile and afterwards. */
export async function gather({ network, live, document, node }: Verb): Promise<Next> {
  const keys = new KeyCollector(live, {
    count: wholeNumber(node, "numDigits", Number.POSITIVE_INFINITY),
    finishOnKey: node.attributes.finishOnKey ?? "#",
    timeoutSeconds: wholeNumber(node, "timeout", 5),
  });
  try {
    live.remote?.prompt();
    const speaking = speakAll(live, node.children, keys);
    speaking.catch(() => undefined);
    await Promise.race([speaking, keys.started]);
    live.check();
    await keys.collect(network);
    live.check();
  } finally {
    keys.stop();
  }
  if (keys.digits === "" && !keys.finishedByKey && !isTrue(node, "actionOnEmptyResult")) return CONTINUE;
  const extra = {
    msg: "Gather End",
    Digits: keys.digits,
    FinishedOnKey: keys.finishedByKey ? (node.attributes.finishOnKey ?? "#") : "",
  };
  return goToAction({ document, node, kind: "gather", extra });
}

async function speakAll(live: LiveCall, nodes: Verb["node"][], keys: KeyCollector): Promise<void> {
  for (const child of nodes) {
    if (keys.hasStarted) return;
    await speak(live, child);
  }
}

class KeyCollector {
  digits = "";
  finishedByKey = false;
  hasStarted = false;
  /** Resolves at the first key, which cuts the speech short. */
  readonly started: Promise<void>;
  private begin: () => void = () => {};
  private wake: () => void = () => {};
  private readonly unlisten: () => void;

  constructor(
    private readonly live: LiveCall,
    private readonly rules: { count: number; finishOnKey: string; timeoutSeconds: number },
  ) {
    this.started = new Promise((resolve) => {
      this.begin = resolve;
    });
    this.unlisten = live.remote?.onKey((key) => this.take(key)) ?? (() => undefined);
  }

  private get complete(): boolean {
    return this.finishedByKey || this.digits.length >= this.rules.count;
  }

  /** Waits until enough was pressed, or nothing more for the timeout. */
  async collect(network: Network): Promise<void> {
    while (!this.complete) {
      const stop = new AbortController();
      const onOver = () => stop.abort();
      this.live.signal.addEventListener("abort", onOver, { once: true });
      this.wake = () => stop.abort();
      const before = this.digits.length;
      const timedOut = await network.clock.wait(this.rules.timeoutSeconds, stop.signal);
      this.live.signal.removeEventListener("abort", onOver);
      if (timedOut || (this.digits.length === before && !this.finishedByKey)) return;
    }
  }

  stop(): void {
    this.unlisten();
  }

  private take(key: string): void {
    if (this.complete || !/^[0-9*#]$/.test(key)) return;
    if (key === this.rules.finishOnKey) this.finishedByKey = true;
    else this.digits += key;
    this.hasStarted = true;
    this.begin();
    this.wake();
  }
}
