import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { startRelay } from "@/db/testing/relay";

test("a worker whose database says nothing is gone ten seconds after it was told to", async () => {
  const relay = await startRelay();
  const worker = spawn(process.execPath, ["--import", "tsx", "scripts/worker.ts"], { env: process.env });
  try {
    await new Promise<void>((started, failed) => {
      let said = "";
      const hear = (part: Buffer) => {
        said += part.toString();
        if (said.includes("worker.started")) started();
      };
      worker.stdout.on("data", hear);
      worker.stderr.on("data", hear);
      worker.once("exit", () => failed(new Error(said)));
    });
    await sleep(1_500);
    for (const wire of relay.wires()) relay.hush(wire);
    // It asks every second, and waits.
    await sleep(2_500);
    const told = performance.now();
    worker.kill("SIGTERM");
    await once(worker, "exit");
    expect(performance.now() - told).toBeLessThan(10_500);
  } finally {
    worker.kill("SIGKILL");
    relay.stop();
  }
}, 60_000);
