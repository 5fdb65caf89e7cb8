const LONGEST_MS = 1500;

/** Holds a webhook back until the next one has overtaken it, or a moment has passed. */
export class Reordering {
  private held: (() => void)[] = [];

  turn(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(release, LONGEST_MS);
      function release() {
        clearTimeout(timer);
        // The one that overtakes gets a head start.
        setTimeout(resolve, 15);
      }
      this.held.push(release);
    });
  }

  passed(): void {
    const held = this.held;
    this.held = [];
    for (const release of held) release();
  }
}
