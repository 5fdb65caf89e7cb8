import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import type { FromLoad } from "./main";
import type { Load, Measured } from "./miss-load";

/** A process of its own for the load, kept for all rounds so that each finds it equally warm. */
export class LoadProcess {
  private nextTurn = 0;

  private constructor(private readonly child: ChildProcess) {}

  static start(): LoadProcess {
    const main = path.join(import.meta.dirname, "main.ts");
    return new LoadProcess(
      fork(main, { execArgv: ["--import", "tsx"], env: { ...process.env, NODE_ENV: "production" } }),
    );
  }

  /** Every run has callers of its own. @param onMeasuring the warm-up is over */
  run(load: Omit<Load, "firstTurn">, onMeasuring: () => void = () => {}): Promise<Measured> {
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error("The load's process ended"));
      const hear = (word: FromLoad) => {
        if (word.is === "measuring") return onMeasuring();
        this.child.off("message", hear).off("exit", ended);
        if (word.is === "failed") return reject(new Error(word.why));
        this.nextTurn += word.measured.sent;
        resolve(word.measured);
      };
      this.child.on("message", hear).once("exit", ended);
      this.child.send({ ...load, firstTurn: this.nextTurn } satisfies Load);
    });
  }

  stop(): void {
    this.child.kill();
  }
}
