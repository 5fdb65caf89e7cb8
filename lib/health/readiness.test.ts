import { describe, expect, it } from "vitest";
import { judgeReady } from "./readiness";
import { WORKER_SILENT_SECONDS } from "./worker-silent";

describe("ready", () => {
  it.each([
    [true, 0, true, "working", "up_to_date", "working"],
    [true, WORKER_SILENT_SECONDS, true, "working", "up_to_date", "working"],
    [true, WORKER_SILENT_SECONDS + 0.1, false, "working", "up_to_date", "silent"],
    [true, null, false, "working", "up_to_date", "none"],
    [false, 1, false, "working", "behind", "working"],
    [false, null, false, "working", "behind", "none"],
    [null, null, false, "silent", "unknown", "unknown"],
    [null, 1, false, "silent", "unknown", "unknown"],
  ] as const)(
    "migrations %s, heartbeat %s s ago: %s",
    (current, heartbeatSeconds, ok, database, migrations, worker) => {
      const judged = judgeReady({ migrationsUpToDate: current, heartbeatSeconds });
      expect(judged).toEqual({ ok, parts: { database, migrations, worker } });
    },
  );
});
