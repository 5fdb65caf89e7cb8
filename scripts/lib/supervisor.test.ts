import { afterAll, expect, test } from "vitest";
import { freePort } from "./ports.mjs";
import { isAlive } from "./processes.mjs";
import { createSupervisor } from "./supervisor.mjs";

const quietly = process.listeners("SIGTERM");
afterAll(() => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    for (const listener of process.listeners(signal)) if (!quietly.includes(listener)) process.off(signal, listener);
  }
});

const env = process.env;
const lasting = (port: number) => [
  "-e",
  `require("http").createServer((q, r) => r.end("ok")).listen(${port}, "127.0.0.1")`,
];
const stubborn = ["-e", 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)'];

test("stops everything it started, also what ignores a polite signal", async () => {
  const supervisor = createSupervisor();
  const noted: { name: string; pid: number }[] = [];
  supervisor.recordWith((children) => noted.splice(0, noted.length, ...children));
  const port = await freePort();
  supervisor.start({ name: "web", args: lasting(port), env });
  supervisor.start({ name: "stubborn", args: stubborn, env, graceMs: 100 });
  await supervisor.answering({ name: "web", url: `http://127.0.0.1:${port}/`, seconds: 10 });
  const pids = noted.map((child) => child.pid);
  expect(noted.map((child) => child.name)).toEqual(["web", "stubborn"]);
  await supervisor.stop();
  expect(pids.filter(isAlive)).toEqual([]);
});

test("stops in the reverse order", async () => {
  const supervisor = createSupervisor();
  const order: string[] = [];
  for (const name of ["postgres", "carrier", "worker", "web"]) {
    supervisor.add({ name, pid: undefined, stop: async () => void order.push(name) });
  }
  supervisor.finally(() => void order.push("note removed"));
  await supervisor.stop();
  expect(order).toEqual(["web", "worker", "carrier", "postgres", "note removed"]);
});

test("shows what a program said when it fails", async () => {
  const supervisor = createSupervisor();
  const args = ["-e", 'console.error("no such table"); process.exit(3)'];
  await expect(supervisor.run({ name: "seed", args, env })).rejects.toThrow(
    /seed +\| no such table\n\nseed failed \(3\)/,
  );
});

test("ends a program that takes too long", async () => {
  const supervisor = createSupervisor();
  const run = supervisor.run({ name: "slow", args: stubborn, env, graceMs: 50, limitMinutes: 0.005 });
  await expect(run).rejects.toThrow("slow failed (SIG");
});
