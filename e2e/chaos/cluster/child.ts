import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { atExit } from "./at-exit";

export type Program = {
  name: string;
  /** For Node: options, the file, and what the file is told. */
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Where it writes its log: `<name>.log`. */
  folder: string;
  /** What it prints when it can be used. */
  readyWhen: RegExp;
};

const SHORT_LIFE_MS = 400;
const BACK_OFF_MS = 500;
/** Who does not end when told to is made to; longer than the app promises to take. */
const GRACE_MS = 15_000;

/** A process that is started again whenever it ends, as a supervisor would, until it is told to stop. */
export class Child {
  readonly name: string;
  /** How often it ended without being told or made to, once it could be used. */
  died = 0;
  #process: ChildProcess | undefined;
  #ready: Promise<void> = Promise.resolve();
  #wanted = false;
  #draining = false;
  /** The process that was told to end, or made to. */
  #doomed: ChildProcess | undefined;
  readonly #log: fs.WriteStream;

  constructor(readonly program: Program) {
    this.name = program.name;
    atExit(() => this.kill());
    this.#log = fs.createWriteStream(path.join(program.folder, `${program.name}.log`), { flags: "a" });
  }

  get running(): boolean {
    return this.#process !== undefined;
  }

  /** Whether a load balancer would bring it anything. */
  get takesWork(): boolean {
    return this.running && !this.#draining;
  }

  start(): Promise<void> {
    this.#wanted = true;
    this.#launch();
    return this.#ready;
  }

  /** Resolves when the process that runs now can be used. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  kill(): void {
    this.#doomed = this.#process;
    this.#process?.kill("SIGKILL");
  }

  freeze(): void {
    this.#process?.kill("SIGSTOP");
  }

  thaw(): void {
    this.#process?.kill("SIGCONT");
  }

  /** A polite end and a new start, as a deployment does it. @returns how long the end took, in milliseconds */
  async restart(): Promise<number> {
    const old = this.#process;
    const told = Date.now();
    this.#draining = true;
    this.#doomed = old;
    old?.kill("SIGTERM");
    while (old && this.#process === old) {
      await sleep(5);
      if (Date.now() - told > GRACE_MS) old.kill("SIGKILL");
    }
    const took = Date.now() - told;
    while (!this.#process) await sleep(5);
    await this.#ready;
    return took;
  }

  async stop(): Promise<void> {
    this.#wanted = false;
    const ending = this.#process;
    ending?.kill("SIGCONT");
    ending?.kill("SIGTERM");
    for (const end = Date.now() + 3_000; this.#process && Date.now() < end; ) await sleep(10);
    this.#process?.kill("SIGKILL");
    this.#log.end();
  }

  #launch(): void {
    const { args, env, readyWhen } = this.program;
    const born = Date.now();
    this.#draining = false;
    const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    this.#process = child;
    let usable = false;
    this.#ready = new Promise((resolve) => {
      const read = (chunk: Buffer) => {
        if (this.#wanted) this.#log.write(chunk);
        if (!readyWhen.test(chunk.toString())) return;
        usable = true;
        resolve();
      };
      child.stdout.on("data", read);
      child.stderr.on("data", read);
      child.once("exit", () => resolve());
    });
    child.once("exit", () => {
      this.#process = undefined;
      if (!this.#wanted) return;
      if (usable && this.#doomed !== child) this.died += 1;
      setTimeout(() => this.#wanted && this.#launch(), Date.now() - born < SHORT_LIFE_MS ? BACK_OFF_MS : 0);
    });
  }
}
