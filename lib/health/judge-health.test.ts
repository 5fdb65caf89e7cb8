import { describe, expect, it } from "vitest";
import { headline } from "./headline";
import type { HealthFacts, Noted } from "./health-facts";
import { partWords } from "./health-words";
import { type CODES, judgeHealth, type Level, PARTS, type Part } from "./judge-health";

const now = new Date("2026-06-09T18:34:02Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const DAY = 24 * 60;
const noted = (some: Partial<Noted> = {}): Noted => ({
  state: "working",
  since: ago(60),
  checkedAt: ago(1),
  code: null,
  details: {},
  ...some,
});
const failing = (code: string): Noted => noted({ state: "failing", code, since: ago(142) });
const account = { balanceCents: 9_120, currency: "USD", countries: "US CA", numbers: 4, unclaimed: 0 };

const well: HealthFacts = {
  now,
  timeZone: "America/Los_Angeles",
  database: { ms: 3.4, migrationsUpToDate: true, bytes: 2.1e9 },
  worker: { heartbeatSeconds: 4, upSeconds: 12 * 86_400 },
  queue: { waiting: 2, oldestSeconds: 1, unconfirmed: 0, failedJobs: 0 },
  noted: {
    sweep: noted({ checkedAt: ago(4), details: { found: 0 } }),
    carrier: noted({ details: account }),
    public_address: noted({ checkedAt: ago(12) }),
    mail: noted({ checkedAt: ago(30) }),
  },
  carrier: { account: "real", centsADay: 320, regions: ["US", "CA"] },
  mail: { goes: "by_server", waiting: 0 },
  lastBackupAt: ago(8 * 60),
  sendingStoppedAt: null,
  disk: { freeBytes: 15.4e9, totalBytes: 40e9 },
  version: "0.1.0",
};
const withNoted = (some: HealthFacts["noted"]): HealthFacts => ({ ...well, noted: { ...well.noted, ...some } });
const withBalance = (balanceCents: number | null) =>
  withNoted({ carrier: noted({ details: { ...account, balanceCents } }) });

/** Every code of every part: what makes it so, how bad it is, and the words. A missing row does not compile. */
const ROWS: { [P in Part]: Record<(typeof CODES)[P][number], [HealthFacts, Level, string]> } = {
  database: {
    working: [well, "well", "Working: 3 ms, migrations up to date, 2.1 GB"],
    slow: [{ ...well, database: { ...well.database, ms: 251 } }, "low", "Slow: It took 251 ms"],
    behind: [{ ...well, database: { ...well.database, migrationsUpToDate: false } }, "failing", "Behind: It lacks"],
  },
  worker: {
    working: [
      { ...well, worker: { heartbeatSeconds: 30, upSeconds: 12 * 86_400 } },
      "well",
      "Working: Last sign of life 30 s ago, up 12 days",
    ],
    silent: [
      { ...well, worker: { heartbeatSeconds: 600, upSeconds: 900 } },
      "failing",
      "Silent: No sign of life since 11:24 AM",
    ],
    none: [{ ...well, worker: null }, "failing", "Not running: No worker runs"],
  },
  queue: {
    moving: [well, "well", "Moving: 2 jobs waiting, oldest 1 s"],
    slow: [{ ...well, queue: { ...well.queue, oldestSeconds: 31 } }, "low", "Slow: 2 jobs waiting, oldest 31 s"],
    stuck: [
      { ...well, queue: { ...well.queue, oldestSeconds: 121, unconfirmed: 1 } },
      "failing",
      "Stuck: 2 jobs waiting, oldest 2 min 1 s. 1 text waits for somebody to check whether it went out",
    ],
    stopped: [{ ...well, sendingStoppedAt: ago(30) }, "low", "Stopped: 2 texts waiting"],
  },
  sweep: {
    done: [well, "well", "Done: 11:30 AM. Found 0 missed events at the carrier"],
    never: [withNoted({ sweep: undefined }), "not_set_up", "Not run yet: "],
    no_account: [{ ...well, carrier: { ...well.carrier, account: "none" } }, "not_set_up", "Not set up: "],
    late: [withNoted({ sweep: noted({ checkedAt: ago(6) }) }), "failing", "Late: It ran last 11:28 AM"],
    refused: [withNoted({ sweep: failing("refused") }), "failing", "Failing: Since 9:12 AM the carrier refuses"],
    unreachable: [
      withNoted({ sweep: failing("unreachable") }),
      "failing",
      "Failing: Since 9:12 AM the carrier does not",
    ],
  },
  carrier: {
    working: [well, "well", "Working: Twilio, active. $91.20, about 28 days of texts at this week's rate. 4 numbers."],
    local: [{ ...well, carrier: { ...well.carrier, account: "local" } }, "well", "Working: The local network"],
    never: [withNoted({ carrier: undefined }), "not_set_up", "Not asked yet: "],
    no_account: [{ ...well, carrier: { ...well.carrier, account: "none" } }, "not_set_up", "Not set up: Set TWILIO"],
    low: [withBalance(4_120), "low", "Balance low: $41.20, about 12 days"],
    countries: [
      { ...well, carrier: { ...well.carrier, regions: ["US", "MX", "CA", "GB"] } },
      "low",
      "Countries missing: Owners may text to MX, GB",
    ],
    empty: [withBalance(0), "failing", "Balance used up: "],
    suspended: [withNoted({ carrier: failing("suspended") }), "failing", "Suspended: Since 9:12 AM"],
    closed: [withNoted({ carrier: failing("closed") }), "failing", "Closed: "],
    refused: [withNoted({ carrier: failing("refused") }), "failing", "Failing: Since 9:12 AM Twilio refuses"],
    unreachable: [withNoted({ carrier: failing("unreachable") }), "failing", "Failing: Since 9:12 AM Twilio does not"],
  },
  public_address: {
    reached: [well, "well", "Reached: Last signed webhook 11:22 AM, 12 min ago"],
    never: [withNoted({ public_address: undefined }), "not_set_up", "Not seen yet: "],
    quiet: [
      withNoted({ public_address: noted({ checkedAt: ago(8 * DAY) }) }),
      "low",
      "Quiet: No signed webhook since Jun 1",
    ],
  },
  proxy: {
    working: [withNoted({ proxy: noted() }), "well", "Working: "],
    unreachable: [withNoted({ proxy: failing("unreachable") }), "failing", "Not reached: "],
    certificate: [withNoted({ proxy: failing("certificate") }), "failing", "No trusted certificate: "],
    redirected: [withNoted({ proxy: failing("redirected") }), "failing", "Redirects: "],
    answered_by_another: [withNoted({ proxy: failing("answered_by_another") }), "failing", "Another answers: "],
    host: [withNoted({ proxy: failing("host") }), "low", "Changes Host: "],
    scheme: [withNoted({ proxy: failing("scheme") }), "low", "Scheme unknown: "],
    forwarded_for: [withNoted({ proxy: failing("forwarded_for") }), "low", "Addresses unknown: "],
    other: [withNoted({ proxy: failing("of a later version") }), "low", "Look at it: "],
  },
  mail: {
    working: [well, "well", "Working: Last mail went out 11:04 AM"],
    untried: [withNoted({ mail: undefined }), "well", "Set up: "],
    to_mailbox: [{ ...well, mail: { goes: "to_mailbox", waiting: 0 } }, "well", "To the mailbox: "],
    nowhere: [{ ...well, mail: { goes: "nowhere", waiting: 0 } }, "not_set_up", "Not set up: Without SMTP_URL"],
    password_refused: [
      { ...withNoted({ mail: failing("password_refused") }), mail: { goes: "by_server", waiting: 3 } },
      "failing",
      "Failing: Since 9:12 AM the server refuses our password. Correct SMTP_URL. 3 mails wait.",
    ],
    unreachable: [withNoted({ mail: failing("unreachable") }), "failing", "Failing: Since 9:12 AM the server cannot"],
    refused: [
      withNoted({ mail: failing("of a later version") }),
      "failing",
      "Failing: Since 9:12 AM the server does not",
    ],
  },
  backup: {
    done: [well, "well", "Done: 3:34 AM, 8 h ago"],
    old: [{ ...well, lastBackupAt: ago(9 * DAY) }, "low", "Old: The last was made May 31"],
    never: [{ ...well, lastBackupAt: null }, "not_set_up", "None yet: "],
  },
  disk: {
    fine: [well, "well", "Room enough: 62% used, 25 GB of 40 GB. The database has 2.1 GB"],
    unknown: [{ ...well, disk: null }, "not_set_up", "Not known: "],
    low: [{ ...well, disk: { freeBytes: 1.9e9, totalBytes: 40e9 } }, "low", "Low: 95% used"],
    full: [{ ...well, disk: { freeBytes: 4e8, totalBytes: 40e9 } }, "failing", "Nearly full: 99% used"],
  },
  version: { running: [well, "well", "Running: Ringback 0.1.0"] },
};

const rows = PARTS.flatMap((part) =>
  Object.entries<[HealthFacts, Level, string]>(ROWS[part]).map(([code, row]) => [part, code, ...row] as const),
);

describe("each part", () => {
  it.each(rows)("%s is %s", (part, code, facts, level, words) => {
    const judged = judgeHealth(facts).find((one) => one.part === part);
    expect(judged).toMatchObject({ code, level });
    if (!judged) return;
    const { state, detail } = partWords(judged, facts);
    expect(`${state}: ${detail}`).toContain(words);
  });

  it("has troubles first, and a part that nobody noticed anything of is left out", () => {
    const facts: HealthFacts = {
      ...withNoted({
        mail: failing("password_refused"),
        carrier: noted({ details: { ...account, balanceCents: 900 } }),
      }),
      lastBackupAt: null,
    };
    expect(judgeHealth(facts).map(({ part }) => part)).toEqual([
      "mail",
      "carrier",
      "database",
      "worker",
      "queue",
      "sweep",
      "public_address",
      "backup",
      "disk",
      "version",
    ]);
  });
});

describe("the edges", () => {
  const codeOf = (part: Part, facts: HealthFacts) => judgeHealth(facts).find((one) => one.part === part)?.code;
  it.each([
    ["worker", { ...well, worker: { heartbeatSeconds: 30.1, upSeconds: 1 } }, "silent"],
    ["queue", { ...well, queue: { ...well.queue, oldestSeconds: 30 } }, "moving"],
    ["queue", { ...well, queue: { ...well.queue, oldestSeconds: 120 } }, "slow"],
    ["sweep", withNoted({ sweep: noted({ checkedAt: ago(5) }) }), "done"],
    ["carrier", withBalance(null), "working"],
    ["carrier", withBalance(14 * 320), "working"],
    ["carrier", withBalance(14 * 320 - 1), "low"],
    ["carrier", { ...withBalance(1_000), carrier: { ...well.carrier, centsADay: 0 } }, "working"],
    ["carrier", { ...withBalance(999), carrier: { ...well.carrier, centsADay: 0 } }, "low"],
    ["carrier", withNoted({ carrier: noted({ state: "warning", code: "no_account" }) }), "never"],
    ["carrier", withNoted({ carrier: noted({ details: {} }) }), "working"],
    ["public_address", withNoted({ public_address: noted({ checkedAt: ago(7 * DAY) }) }), "reached"],
    ["backup", { ...well, lastBackupAt: ago(7 * DAY) }, "done"],
    ["disk", { ...well, disk: { freeBytes: 5e8, totalBytes: 4e9 } }, "fine"],
    ["disk", { ...well, disk: { freeBytes: 3e8, totalBytes: 4e9 } }, "low"],
  ] as const)("%s of %# is %s", (part, facts, code) => {
    expect(codeOf(part, facts)).toBe(code);
  });
});

describe("the headline", () => {
  it.each<[string, HealthFacts]>([
    ["Callers are being texted.", well],
    ["Callers are being texted. Mail isn't going out.", withNoted({ mail: failing("unreachable") })],
    [
      "Callers are being texted. 2 other parts fail.",
      { ...withNoted({ mail: failing("refused") }), disk: { freeBytes: 1e6, totalBytes: 4e9 } },
    ],
    ["Callers aren't being texted: no worker runs.", { ...well, worker: null }],
    [
      "Callers aren't being texted: the carrier account fails. Lost webhooks aren't being found.",
      withNoted({ carrier: failing("refused"), sweep: failing("refused") }),
    ],
    ["Callers wait for their texts.", { ...well, queue: { ...well.queue, oldestSeconds: 500 } }],
    [
      "Callers may not be texted: the database is behind.",
      { ...well, database: { ...well.database, migrationsUpToDate: false } },
    ],
    [
      "Nothing is being sent. Mail isn't going out.",
      { ...withNoted({ mail: failing("refused") }), sendingStoppedAt: now },
    ],
    ["No caller is texted yet.", { ...well, carrier: { ...well.carrier, account: "none" } }],
  ])("%s", (words, facts) => {
    expect(headline(judgeHealth(facts), facts)).toBe(words);
  });
});
