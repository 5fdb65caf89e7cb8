import type { HealthPart, HealthState } from "../../db/enums";

/** What was recorded of a part where it was noticed. */
export type Noted = {
  state: HealthState;
  since: Date;
  checkedAt: Date;
  code: string | null;
  details: Record<string, string | number | boolean | null>;
};

/** Everything the health of an installation is judged by. `now` is one of the facts. */
export type HealthFacts = {
  now: Date;
  /** The zone that times are shown in. */
  timeZone: string;
  database: { ms: number; migrationsUpToDate: boolean; bytes: number };
  /** Of the worker heard of last; null when none runs. */
  worker: { heartbeatSeconds: number; upSeconds: number } | null;
  queue: {
    /** Texts that are due, and other work. */
    waiting: number;
    oldestSeconds: number;
    unconfirmed: number;
    failedJobs: number;
  };
  noted: Partial<Record<HealthPart, Noted>>;
  carrier: {
    /** `local`: the telephone network of the demo. */
    account: "real" | "local" | "none";
    /** What texts have cost on each of the last seven days, as we count it. */
    centsADay: number;
    /** Countries that owners may allow. */
    regions: string[];
  };
  mail: { goes: "by_server" | "to_mailbox" | "nowhere"; waiting: number };
  lastBackupAt: Date | null;
  sendingStoppedAt: Date | null;
  disk: { freeBytes: number; totalBytes: number } | null;
  version: string;
};
