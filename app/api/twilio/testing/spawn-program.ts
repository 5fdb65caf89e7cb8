import { spawn } from "node:child_process";
import { createServer } from "node:net";
import path from "node:path";

const root = path.join(import.meta.dirname, "..", "..", "..", "..");

/** A program of ours in a process of its own, and every byte it has written. */
export function spawnProgram(file: string, env: Record<string, string>) {
  const child = spawn(process.execPath, ["--import", "tsx", file], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let written = "";
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      written += chunk;
    });
  }
  return {
    ended,
    written: () => written,
    /** Once it has written something like this. */
    async says(what: RegExp, withinMs = 15_000): Promise<void> {
      const until = Date.now() + withinMs;
      while (!what.test(written)) {
        if (Date.now() > until || child.exitCode !== null) throw new Error(`Never heard ${what} in:\n${written}`);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    },
    async stop(): Promise<string> {
      child.kill("SIGTERM");
      const hard = setTimeout(() => child.kill("SIGKILL"), 11_000);
      await ended;
      clearTimeout(hard);
      return written;
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === "string") throw new Error("No port is free");
  return address.port;
}
