import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { NetworkState, Snapshot } from "./network-state";

const DELAY_MS = 500;

/** Keeps the state on disk: loaded once, written a moment after a change, and at the end. */
export class StateFile {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly path: string,
    private readonly state: NetworkState,
  ) {}

  /** @returns a sentence for the log when the file could not be used. */
  load(): string | undefined {
    let text: string;
    try {
      text = readFileSync(this.path, "utf8");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw error;
    }
    const snapshot = parse(text);
    if (snapshot) {
      this.state.restore(snapshot);
      return undefined;
    }
    const aside = `${this.path}.damaged-${Date.now()}`;
    renameSync(this.path, aside);
    return `The carrier's state file could not be read. It was kept as ${aside}, and the carrier starts empty.`;
  }

  schedule(): void {
    if (this.timer) return;
    this.timer = setTimeout(() => this.write(), DELAY_MS);
    this.timer.unref();
  }

  write(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    mkdirSync(dirname(this.path), { recursive: true });
    const fresh = `${this.path}.${process.pid}.new`;
    writeFileSync(fresh, JSON.stringify(this.state.snapshot()), { mode: 0o600 });
    renameSync(fresh, this.path);
  }
}

function parse(text: string): Snapshot | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isSnapshot(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isSnapshot(value: unknown): value is Snapshot {
  if (typeof value !== "object" || value === null || !("version" in value) || value.version !== 1) return false;
  const lists = ["numbers", "phones", "optOuts", "messages", "calls"] as const;
  return lists.every((name) => Array.isArray((value as Record<string, unknown>)[name]));
}
