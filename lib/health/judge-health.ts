import type { HealthFacts, Noted } from "./health-facts";
import { WORKER_SILENT_SECONDS } from "./worker-silent";

/** The parts of an installation, in the order in which they are shown when all are well. */
export const PARTS = [
  "database",
  "worker",
  "queue",
  "sweep",
  "carrier",
  "public_address",
  "proxy",
  "mail",
  "backup",
  "disk",
  "version",
] as const;
export type Part = (typeof PARTS)[number];

/** What can be true of each part. The first of a list is the best. */
export const CODES = {
  database: ["working", "slow", "behind"],
  worker: ["working", "silent", "none"],
  queue: ["moving", "slow", "stuck", "stopped"],
  sweep: ["done", "never", "no_account", "late", "refused", "unreachable"],
  carrier: [
    "working",
    "local",
    "never",
    "no_account",
    "low",
    "countries",
    "empty",
    "suspended",
    "closed",
    "refused",
    "unreachable",
  ],
  public_address: ["reached", "never", "quiet"],
  proxy: [
    "working",
    "unreachable",
    "certificate",
    "redirected",
    "answered_by_another",
    "host",
    "scheme",
    "forwarded_for",
    "other",
  ],
  mail: ["working", "untried", "to_mailbox", "nowhere", "password_refused", "unreachable", "refused"],
  backup: ["done", "old", "never"],
  disk: ["fine", "unknown", "low", "full"],
  version: ["running"],
} as const satisfies Record<Part, readonly string[]>;

export type Code<P extends Part> = (typeof CODES)[P][number];
export type Level = "well" | "low" | "failing" | "not_set_up";

export type JudgedPart<P extends Part> = { [Q in P]: { part: Q; code: Code<Q>; level: Level; since: Date | null } }[P];
export type Judged = JudgedPart<Part>;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SLOW_DATABASE_MS = 250;
const SLOW_QUEUE_SECONDS = 30;
const STUCK_QUEUE_SECONDS = 120;
/** The sweep runs every minute. */
const LATE_SWEEP_MS = 5 * MINUTE;
const LOW_BALANCE_CENTS = 1_000;
const LOW_BALANCE_DAYS = 14;
const QUIET_ADDRESS_MS = 7 * DAY;
const OLD_BACKUP_MS = 7 * DAY;
const LOW_DISK = { share: 0.1, bytes: 2e9 };
const FULL_DISK = { share: 0.03, bytes: 5e8 };

const LEVELS: { [P in Part]: Record<Code<P>, Level> } = {
  database: { working: "well", slow: "low", behind: "failing" },
  worker: { working: "well", silent: "failing", none: "failing" },
  queue: { moving: "well", slow: "low", stuck: "failing", stopped: "low" },
  sweep: {
    done: "well",
    never: "not_set_up",
    no_account: "not_set_up",
    late: "failing",
    refused: "failing",
    unreachable: "failing",
  },
  carrier: {
    working: "well",
    local: "well",
    never: "not_set_up",
    no_account: "not_set_up",
    low: "low",
    countries: "low",
    empty: "failing",
    suspended: "failing",
    closed: "failing",
    refused: "failing",
    unreachable: "failing",
  },
  public_address: { reached: "well", never: "not_set_up", quiet: "low" },
  proxy: {
    working: "well",
    unreachable: "failing",
    certificate: "failing",
    redirected: "failing",
    answered_by_another: "failing",
    host: "low",
    scheme: "low",
    forwarded_for: "low",
    other: "low",
  },
  mail: {
    working: "well",
    untried: "well",
    to_mailbox: "well",
    nowhere: "not_set_up",
    password_refused: "failing",
    unreachable: "failing",
    refused: "failing",
  },
  backup: { done: "well", old: "low", never: "not_set_up" },
  disk: { fine: "well", unknown: "not_set_up", low: "low", full: "failing" },
  version: { running: "well" },
};

type Found<P extends Part> = { code: Code<P>; since?: Date | null };

const RULES: { [P in Part]: (facts: HealthFacts) => Found<P> | null } = {
  database: ({ database }) => {
    if (!database.migrationsUpToDate) return { code: "behind" };
    return { code: database.ms > SLOW_DATABASE_MS ? "slow" : "working" };
  },
  worker: ({ worker, now }) => {
    if (!worker) return { code: "none" };
    if (worker.heartbeatSeconds <= WORKER_SILENT_SECONDS) return { code: "working" };
    return { code: "silent", since: new Date(now.getTime() - worker.heartbeatSeconds * 1000) };
  },
  queue: ({ queue, sendingStoppedAt, now }) => {
    if (sendingStoppedAt) return { code: "stopped", since: sendingStoppedAt };
    const since = new Date(now.getTime() - queue.oldestSeconds * 1000);
    if (queue.oldestSeconds > STUCK_QUEUE_SECONDS) return { code: "stuck", since };
    return queue.oldestSeconds > SLOW_QUEUE_SECONDS ? { code: "slow", since } : { code: "moving" };
  },
  sweep: ({ noted: { sweep }, carrier, now }) => {
    if (carrier.account === "none") return { code: "no_account" };
    if (!sweep) return { code: "never" };
    if (sweep.state === "failing") return noted(sweep, CODES.sweep, "refused");
    if (now.getTime() - sweep.checkedAt.getTime() > LATE_SWEEP_MS) return { code: "late", since: sweep.checkedAt };
    return { code: "done", since: sweep.checkedAt };
  },
  carrier: judgeCarrier,
  public_address: ({ noted: { public_address: address }, now }) => {
    if (!address) return { code: "never" };
    const quiet = now.getTime() - address.checkedAt.getTime() > QUIET_ADDRESS_MS;
    return { code: quiet ? "quiet" : "reached", since: address.checkedAt };
  },
  // Nothing to say where nobody has noticed anything.
  proxy: ({ noted: { proxy } }) => {
    if (!proxy) return null;
    return proxy.state === "working" ? { code: "working" } : noted(proxy, CODES.proxy, "other");
  },
  mail: ({ mail, noted: { mail: last } }) => {
    if (mail.goes === "to_mailbox") return { code: "to_mailbox" };
    if (mail.goes === "nowhere") return { code: "nowhere" };
    if (!last) return { code: "untried" };
    return last.state === "working" ? { code: "working", since: last.checkedAt } : noted(last, CODES.mail, "refused");
  },
  backup: ({ lastBackupAt, now }) => {
    if (!lastBackupAt) return { code: "never" };
    const old = now.getTime() - lastBackupAt.getTime() > OLD_BACKUP_MS;
    return { code: old ? "old" : "done", since: lastBackupAt };
  },
  disk: ({ disk }) => {
    if (!disk) return { code: "unknown" };
    const below = ({ share, bytes }: typeof LOW_DISK) => disk.freeBytes < Math.min(bytes, share * disk.totalBytes);
    if (below(FULL_DISK)) return { code: "full" };
    return { code: below(LOW_DISK) ? "low" : "fine" };
  },
  version: () => ({ code: "running" }),
};

function judgeCarrier({ carrier, noted: { carrier: last } }: HealthFacts): Found<"carrier"> {
  if (carrier.account === "none") return { code: "no_account" };
  if (!last || last.code === "no_account") return { code: "never" };
  if (last.state === "failing") return noted(last, CODES.carrier, "refused");
  const { balanceCents, countries } = last.details;
  if (typeof balanceCents === "number") {
    if (balanceCents <= 0) return { code: "empty", since: last.since };
    const enoughForDays = carrier.centsADay > 0 ? balanceCents / carrier.centsADay : Number.POSITIVE_INFINITY;
    if (balanceCents < LOW_BALANCE_CENTS || enoughForDays < LOW_BALANCE_DAYS) return { code: "low" };
  }
  if (typeof countries === "string" && missingCountries(carrier.regions, countries).length > 0)
    return { code: "countries" };
  return { code: carrier.account === "local" ? "local" : "working" };
}

/** Countries that owners may allow and the carrier account does not text to. */
export function missingCountries(regions: string[], allowed: string): string[] {
  const countries = allowed.split(" ");
  return regions.filter((region) => !countries.includes(region));
}

/** A recorded code, where it is one of ours: another version may have recorded others. */
function noted<C extends string>(last: Noted, codes: readonly C[], otherwise: C): { code: C; since: Date } {
  return { code: codes.find((code) => code === last.code) ?? otherwise, since: last.since };
}

const ORDER: Record<Level, number> = { failing: 0, low: 1, well: 2, not_set_up: 2 };

/** How every part is, troubles first. */
export function judgeHealth(facts: HealthFacts): Judged[] {
  const judged = PARTS.flatMap((part) => judge(part, facts) ?? []);
  return judged.toSorted((a, b) => ORDER[a.level] - ORDER[b.level]);
}

function judge<P extends Part>(part: P, facts: HealthFacts): JudgedPart<P> | null {
  const found = RULES[part](facts);
  return found && { part, code: found.code, level: LEVELS[part][found.code], since: found.since ?? null };
}
