import fs from "node:fs";
import path from "node:path";
import type { Happening } from "./history";

/** Everything that happened, in memory for the checker and line by line on disk for whoever looks for a cause. */
export class Recorder {
  readonly history: Happening[] = [];
  readonly #file: fs.WriteStream;

  constructor(folder: string) {
    this.#file = fs.createWriteStream(path.join(folder, "history.jsonl"));
  }

  note(happening: Happening): void {
    this.history.push(happening);
    this.#file.write(`${JSON.stringify(happening)}\n`);
  }

  fault(what: string, more: { process?: string; until?: number } = {}): void {
    this.note({ is: "fault", at: Date.now(), what, ...more });
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#file.end(() => resolve()));
  }
}
