import fs from "node:fs";
import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Loaded into the web process that is measured (node --expose-gc --import). Answers on PROBE_PORT of loopback:
 * `/begin` collects garbage and starts a new peak, `/end` collects garbage again; both answer with
 * `{ cpuMicros, residentKb, peakKb }`.
 */
const server = http.createServer(async (request, response) => {
  // Read before the collection, which is the measurement's own work and no request's.
  const { user, system } = process.cpuUsage();
  const { VmHWM: peakKb } = memory();
  for (let round = 0; round < 3; round++) {
    global.gc?.();
    await sleep(20);
  }
  if (request.url === "/begin") startNewPeak();
  const settled = process.cpuUsage();
  const { VmRSS: residentKb } = memory();
  const cpuMicros = request.url === "/begin" ? settled.user + settled.system : user + system;
  response.end(JSON.stringify({ cpuMicros, residentKb, peakKb }));
});
// A process that starts another hands its options on; only the first one there is asked.
server.on("error", () => {});
server.listen(Number(process.env.PROBE_PORT), "127.0.0.1").unref();

/** In kB, as Linux counts: what is resident now, and the most there was since the last new peak. */
function memory() {
  const text = fs.readFileSync("/proc/self/status", "utf8");
  return Object.fromEntries(["VmRSS", "VmHWM"].map((name) => [name, Number(text.match(`${name}:\\s+(\\d+)`)?.[1])]));
}

function startNewPeak() {
  fs.writeFileSync("/proc/self/clear_refs", "5");
}
