/** Time on the network. Ringing, speech and delivery are scaled; HTTP timeouts never are. */
export class Clock {
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(readonly scale: number) {}

  /** @returns whether the time passed (false: the signal came first). */
  wait(seconds: number, signal?: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve(false);
      const onAbort = () => {
        cancel();
        resolve(false);
      };
      const cancel = this.after(seconds, () => {
        signal?.removeEventListener("abort", onAbort);
        resolve(true);
      });
      signal?.addEventListener("abort", onAbort, { once: true });
    });
  }

  /** @returns how to call it off. */
  after(seconds: number, action: () => void): () => void {
    const timer = setTimeout(
      () => {
        this.timers.delete(timer);
        action();
      },
      seconds * 1000 * this.scale,
    );
    this.timers.add(timer);
    return () => {
      clearTimeout(timer);
      this.timers.delete(timer);
    };
  }

  /** Real milliseconds as seconds of carrier time. */
  seconds(milliseconds: number): number {
    return milliseconds / 1000 / this.scale;
  }

  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }
}
