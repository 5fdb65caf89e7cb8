import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { Explained } from "./explained.mjs";
import { endProcess, signal } from "./processes.mjs";
import { projectRoot } from "./project.mjs";

const remembered = 400;

/**
 * Starts processes and stops them in the reverse order, whatever happens: Ctrl-C, a closed terminal, the death of one of
 * them. Their output is held back until `speak()`, and shown when something goes wrong before.
 * @param {object} options
 * @param {(name: string, how: string) => void} [options.onDeath] a lasting process ended by itself; default: stop all, exit 1
 */
export function createSupervisor({ onDeath } = {}) {
  const running = [];
  const cleanups = [];
  let quiet = true;
  let stopping;
  let record = () => {};

  function launch({ name, args, command = process.execPath, env, graceMs = 1_000, inherit = false, hear }) {
    // Groups of their own: Ctrl-C must reach only the supervisor, which knows the order.
    const child = spawn(command, args, {
      cwd: projectRoot,
      env: { ...env, NEXT_TELEMETRY_DISABLED: "1" },
      detached: process.platform !== "win32",
      stdio: inherit ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
    });
    const held = [];
    for (const stream of inherit ? [] : [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on("line", (line) => {
        if (held.push(line) > remembered) held.shift();
        if (!quiet) console.log(prefixed(name, line));
        hear?.(line);
      });
    }
    const ended = new Promise((resolve) => {
      child.once("error", (error) => resolve(error.message));
      // The last lines come after the end; but a grandchild may hold the pipe open for ever.
      child.once("exit", (code, by) => sleep(200).then(() => resolve(by ?? code)));
      child.once("close", (code, by) => resolve(by ?? code));
    });
    const stop = () => child.pid && endProcess(child.pid, graceMs);
    const entry = { name, pid: child.pid, stop, held, ended, isChild: true };
    running.push(entry);
    note();
    ended.then(() => {
      running.splice(running.indexOf(entry), 1);
      if (!stopping) note();
    });
    return entry;
  }

  const note = () =>
    record(running.filter(({ isChild, pid }) => isChild && pid).map(({ name, pid }) => ({ name, pid })));

  /** The last it said, unless that was printed as it came. */
  const lastWords = ({ name, held }) => (quiet ? held.map((line) => `${prefixed(name, line)}\n`).join("") : "");

  const supervisor = {
    get stopping() {
      return stopping !== undefined;
    },

    /**
     * Runs a program of Node, or `command`, to its end. Never settles once everything is being stopped.
     * @param {object} program
     * @param {string} program.name
     * @param {string[]} program.args
     * @param {string} [program.command]
     * @param {NodeJS.ProcessEnv} [program.env]
     * @param {string} [program.failure] what to say when it fails
     * @param {boolean} [program.inherit] print as it likes
     * @param {(line: string) => void} [program.hear] called with every line it writes
     * @param {number} [program.graceMs] for its end after a polite signal
     * @param {number} [program.limitMinutes] after which it is ended and has failed
     * @throws {Explained} when it fails
     */
    async run({ failure, limitMinutes, ...program }) {
      const entry = launch(program);
      const limit = limitMinutes && setTimeout(entry.stop, limitMinutes * 60_000);
      const how = await entry.ended;
      clearTimeout(limit);
      if (stopping) return forever();
      if (how === 0) return;
      throw new Explained(`${lastWords(entry)}\n${failure ?? `${program.name} failed (${how}).`}`);
    },

    /** Starts something that lasts; takes what `run` takes. */
    start(program) {
      const entry = launch(program);
      const { name } = program;
      entry.ended.then((how) => {
        if (stopping) return;
        console.error(`\n${lastWords(entry)}${name} ended unexpectedly (${how}).`);
        if (onDeath) onDeath(name, String(how));
        else supervisor.stop().then(() => process.exit(1));
      });
    },

    /** Waits until the address answers well. @throws {Explained} when it does not in time */
    async answering({ name, url, seconds }) {
      for (const end = Date.now() + seconds * 1_000; ; await sleep(50)) {
        if (stopping) return forever();
        if (await answersWell(url)) return;
        const entry = running.find((each) => each.name === name);
        if (!entry) throw new Explained(`${name} ended before it answered at ${url}.`);
        if (Date.now() < end) continue;
        throw new Explained(`${lastWords(entry)}\n${name} did not answer at ${url} within ${seconds} seconds.`);
      }
    },

    /** Something else to stop, in its place of the order. */
    add({ name, pid, stop }) {
      running.push({ name, pid, stop, held: [] });
    },

    /** @param {(children: { name: string, pid: number }[]) => void} write called with the processes at every change */
    recordWith(write) {
      record = write;
      note();
    },

    /** Something to do after everything has stopped. */
    finally(cleanup) {
      cleanups.push(cleanup);
    },

    speak() {
      quiet = false;
    },

    stop() {
      stopping ??= stopAll();
      return stopping;
    },

    kill() {
      for (const { pid } of running) if (pid) signal(pid, "SIGKILL");
    },
  };

  async function stopAll() {
    for (const each of [...running].reverse()) await each.stop();
    for (const cleanup of cleanups) cleanup();
  }

  listenForTheEnd(supervisor);
  return supervisor;
}

function listenForTheEnd(supervisor) {
  let first;
  const onSignal = () => {
    if (first === undefined) {
      first = Date.now();
      console.log("\nStopping. Press Ctrl-C again to stop at once.");
      supervisor.stop().then(() => process.exit(0));
    } else if (Date.now() - first > 1_000) {
      // Sooner it is the same press: npm passes on what the terminal has already sent.
      supervisor.kill();
      process.exit(1);
    }
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, onSignal);
  // A closed terminal must not keep us from stopping the rest.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}

async function answersWell(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}

const prefixed = (name, line) => `${name.padEnd(8)}| ${line}`;

const forever = () => new Promise(() => {});
