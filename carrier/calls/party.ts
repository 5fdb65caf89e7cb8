import type { Clock } from "../clock";
import type { HeardKind, HeardLine } from "../types";

/** One end of a connection: it hears, it presses keys, and it hangs up or is hung up on. */
export class Party {
  readonly heard: HeardLine[] = [];
  readonly startedAt = Date.now();
  /** What it says when it picks up, for whoever is connected to it. */
  greeting: string | null = null;
  /** How long it speaks into a recording. */
  messageSeconds = 0;
  private readonly leaving = new AbortController();
  private readonly keyListeners = new Set<(key: string) => void>();
  private readonly promptListeners = new Set<() => void>();

  constructor(protected readonly clock: Clock) {}

  /** Aborted once this end is no longer connected, whoever hung up. */
  get gone(): AbortSignal {
    return this.leaving.signal;
  }

  hangUp(): void {
    this.leaving.abort();
  }

  hear(kind: HeardKind, text: string): void {
    const at = Date.now();
    const atSeconds = Math.round(this.clock.seconds(at - this.startedAt) * 10) / 10;
    this.heard.push({ atSeconds, at, kind, text });
  }

  press(keys: string): void {
    for (const key of keys) for (const listener of [...this.keyListeners]) listener(key);
  }

  /** @returns how to stop listening. */
  onKey(listener: (key: string) => void): () => void {
    this.keyListeners.add(listener);
    return () => this.keyListeners.delete(listener);
  }

  /** Tells this end that it is being asked for a key. */
  prompt(): void {
    for (const listener of [...this.promptListeners]) listener();
  }

  onPrompt(listener: () => void): void {
    this.promptListeners.add(listener);
  }

  /** Runs once when this end is gone, at once if it already is. */
  whenGone(action: () => void): void {
    if (this.gone.aborted) action();
    else this.gone.addEventListener("abort", action, { once: true });
  }
}
