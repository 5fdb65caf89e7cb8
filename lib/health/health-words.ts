import { plural } from "../format/count";
import { formatCents } from "../format/money";
import { formatDuration, formatMoment, formatWaiting } from "../format/time";
import type { HealthFacts } from "./health-facts";
import { type Code, type Judged, missingCountries, type Part } from "./judge-health";

export const PART_NAMES: Record<Part, string> = {
  database: "Database",
  worker: "Worker",
  queue: "Queue",
  sweep: "Sweep",
  carrier: "Carrier account",
  public_address: "Public address",
  proxy: "Proxy",
  mail: "Mail",
  backup: "Backup",
  disk: "Disk",
  version: "Version",
};

export type PartWords = {
  /** How it is, in a word or three. */
  state: string;
  /** What was seen and, where something is wrong, what to do. */
  detail: string;
};

type About = { facts: HealthFacts; since: Date | null };
type Write = (about: About) => PartWords;

const say =
  (state: string, detail: string | ((about: About) => string)): Write =>
  (about) => ({ state, detail: typeof detail === "string" ? detail : detail(about) });

const WORDS: { [P in Part]: Record<Code<P>, Write> } = {
  database: {
    working: say("Working", ({ facts }) => `${ms(facts)}, migrations up to date, ${size(facts.database.bytes)}`),
    slow: say("Slow", ({ facts }) => `It took ${ms(facts)} to answer. Look at what else runs on its machine.`),
    behind: say("Behind", "It lacks migrations of this version. Run npm run db:migrate, then start again."),
  },
  worker: {
    working: say("Working", ({ facts: { worker } }) =>
      worker ? `Last sign of life ${formatDuration(worker.heartbeatSeconds)} ago, up ${uptime(worker.upSeconds)}` : "",
    ),
    silent: say(
      "Silent",
      (about) => `No sign of life since ${when(about)}. Restart npm run worker and look at its log.`,
    ),
    none: say("Not running", "No worker runs, so no text is sent. Start npm run worker."),
  },
  queue: {
    moving: say("Moving", (about) => queueWords(about)),
    slow: say("Slow", (about) => `${queueWords(about)}. Start another worker if it stays so.`),
    stuck: say("Stuck", (about) => `${queueWords(about)}. Look at the worker's log.`),
    stopped: say(
      "Stopped",
      (about) => `${plural(about.facts.queue.waiting, "text")} waiting since sending was stopped.`,
    ),
  },
  sweep: {
    done: say("Done", (about) => `${when(about)}. ${foundWords(about)}`),
    never: say("Not run yet", "The worker asks the carrier every minute what its webhooks should have told us."),
    no_account: say("Not set up", "It begins once there is a carrier account."),
    late: say("Late", (about) => `It ran last ${when(about)}. Look at the worker's log.`),
    refused: say(
      "Failing",
      (about) => `Since ${when(about)} the carrier refuses to list calls. Check TWILIO_AUTH_TOKEN.`,
    ),
    unreachable: say(
      "Failing",
      (about) =>
        `Since ${when(about)} the carrier does not answer. Calls whose webhooks are lost are not found meanwhile.`,
    ),
  },
  carrier: {
    working: say("Working", (about) => `Twilio, active. ${accountWords(about)}`),
    local: say("Working", (about) => `The local network of the demo. ${accountWords(about)}`),
    never: say("Not asked yet", "The worker asks every ten minutes. Check now asks at once."),
    no_account: say("Not set up", "Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN, then start again."),
    low: say("Balance low", (about) => `${accountWords(about)} Add funds, or turn on auto-recharge at Twilio.`),
    countries: say(
      "Countries missing",
      ({ facts }) =>
        `Owners may text to ${missingWords(facts)}, the account may not. Allow it under Geo permissions at Twilio.`,
    ),
    empty: say("Balance used up", "Twilio sends nothing more. Add funds there."),
    suspended: say(
      "Suspended",
      (about) => `Since ${when(about)} Twilio has suspended the account. Its console says why.`,
    ),
    closed: say("Closed", "The account was closed at Twilio. Set the credentials of another."),
    refused: say(
      "Failing",
      (about) => `Since ${when(about)} Twilio refuses our credentials. Check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.`,
    ),
    unreachable: say(
      "Failing",
      (about) => `Since ${when(about)} Twilio does not answer. Its status page says whether others have that too.`,
    ),
  },
  public_address: {
    reached: say("Reached", (about) => `Last signed webhook ${when(about)}, ${ago(about)} ago`),
    never: say("Not seen yet", "No signed webhook has come. Call one of your numbers to see one here."),
    quiet: say(
      "Quiet",
      (about) => `No signed webhook since ${when(about)}. Call one of your numbers to see whether it still works.`,
    ),
  },
  proxy: {
    working: say("Working", "It hands on what the carrier sends"),
    unreachable: say(
      "Not reached",
      "At the last start nothing answered at APP_URL. Start the proxy, or correct APP_URL.",
    ),
    certificate: say("No trusted certificate", "Twilio refuses the certificate at APP_URL. Get one from an authority."),
    redirected: say("Redirects", "APP_URL leads elsewhere, and webhooks do not follow. Set APP_URL to where it leads."),
    answered_by_another: say(
      "Another answers",
      "Something else answers at APP_URL. Point the proxy at this installation.",
    ),
    host: say(
      "Changes Host",
      "It hands on another Host than APP_URL's. Ringback works with that; other software may not.",
    ),
    scheme: say("Scheme unknown", "It does not say that visitors came by https. Set X-Forwarded-Proto."),
    forwarded_for: say(
      "Addresses unknown",
      "It adds no X-Forwarded-For, or TRUSTED_PROXY_HOPS is wrong: all visitors look like one.",
    ),
    other: say("Look at it", "It does something that this version has no words for. See the log."),
  },
  mail: {
    working: say("Working", (about) => `Last mail went out ${when(about)}${mailsWait(about)}`),
    untried: say("Set up", "No mail has been sent yet"),
    to_mailbox: say("To the mailbox", "This is a demo: mail is kept, and the simulator shows it"),
    nowhere: say(
      "Not set up",
      "Without SMTP_URL no mail leaves. Invitations are links to copy; new passwords come from npm run operator.",
    ),
    password_refused: say(
      "Failing",
      (about) => `Since ${when(about)} the server refuses our password. Correct SMTP_URL${mailsWait(about)}`,
    ),
    unreachable: say(
      "Failing",
      (about) => `Since ${when(about)} the server cannot be reached. Check SMTP_URL${mailsWait(about)}`,
    ),
    refused: say(
      "Failing",
      (about) => `Since ${when(about)} the server does not take our mail. Its log says why${mailsWait(about)}`,
    ),
  },
  backup: {
    done: say("Done", (about) => `${when(about)}, ${ago(about)} ago`),
    old: say("Old", (about) => `The last was made ${when(about)}. Run npm run backup, better every night.`),
    never: say("None yet", "Run npm run backup, better every night."),
  },
  disk: {
    fine: say("Room enough", (about) => diskWords(about)),
    unknown: say("Not known", "This system does not tell how full its disk is."),
    low: say("Low", (about) => `${diskWords(about)}. Make room before the database needs it.`),
    full: say("Nearly full", (about) => `${diskWords(about)}. Make room now: a full disk stops the database.`),
  },
  version: { running: say("Running", ({ facts }) => `Ringback ${facts.version}`) },
};

/** A part's state in words. */
export function partWords(judged: Judged, facts: HealthFacts): PartWords {
  const words: Record<string, Write> = WORDS[judged.part];
  const write = words[judged.code];
  if (!write) throw new Error(`No words for ${judged.part} ${judged.code}`);
  return write({ facts, since: judged.since });
}

const ms = ({ database }: HealthFacts) => `${Math.max(1, Math.round(database.ms))} ms`;

function when({ facts: { now, timeZone }, since }: About): string {
  return since ? formatMoment(since, now, timeZone) : "a while ago";
}

function ago({ facts: { now }, since }: About): string {
  return formatWaiting(Math.max(0, now.getTime() - (since ?? now).getTime()));
}

function uptime(seconds: number): string {
  return formatWaiting(seconds * 1000);
}

function queueWords({ facts: { queue } }: About): string {
  if (queue.waiting === 0) return queue.unconfirmed === 0 ? "Nothing waits" : unconfirmedWords(queue.unconfirmed);
  const waiting = `${plural(queue.waiting, "job")} waiting, oldest ${formatDuration(queue.oldestSeconds)}`;
  return queue.unconfirmed === 0 ? waiting : `${waiting}. ${unconfirmedWords(queue.unconfirmed)}`;
}

const unconfirmedWords = (count: number) =>
  `${plural(count, "text waits", "texts wait")} for somebody to check whether ${count === 1 ? "it" : "they"} went out`;

function foundWords({ facts: { noted } }: About): string {
  const found = Number(noted.sweep?.details.found ?? 0);
  return `Found ${plural(found, "missed event")} at the carrier`;
}

function accountWords({ facts: { carrier, noted } }: About): string {
  const { balanceCents, currency, numbers, unclaimed } = noted.carrier?.details ?? {};
  const sentences: string[] = [];
  if (typeof balanceCents === "number") sentences.push(`${balanceWords(balanceCents, currency, carrier.centsADay)}.`);
  if (typeof numbers === "number") {
    const spare = typeof unclaimed === "number" && unclaimed > 0 ? `, ${formatSpare(unclaimed)}` : "";
    sentences.push(`${plural(numbers, "number")}${spare}.`);
  }
  return sentences.join(" ");
}

const formatSpare = (count: number) => `${count} of them in no workspace`;

function balanceWords(cents: number, currency: unknown, centsADay: number): string {
  const amount =
    currency === "USD" ? formatCents(cents, { billing: true }) : `${(cents / 100).toFixed(2)} ${String(currency)}`;
  if (centsADay <= 0 || cents <= 0) return amount;
  return `${amount}, about ${plural(Math.floor(cents / centsADay), "day")} of texts at this week's rate`;
}

function missingWords({ carrier, noted }: HealthFacts): string {
  return missingCountries(carrier.regions, String(noted.carrier?.details.countries ?? "")).join(", ");
}

function mailsWait({ facts: { mail } }: About): string {
  return mail.waiting === 0 ? "" : `. ${plural(mail.waiting, "mail waits", "mails wait")}.`;
}

function diskWords({ facts: { disk, database } }: About): string {
  if (!disk) return "";
  const used = disk.totalBytes - disk.freeBytes;
  const share = Math.round((used / disk.totalBytes) * 100);
  return `${share}% used, ${size(used)} of ${size(disk.totalBytes)}. The database has ${size(database.bytes)}`;
}

function size(bytes: number): string {
  const [unit, name] = bytes >= 1e9 ? ([1e9, "GB"] as const) : ([1e6, "MB"] as const);
  const amount = bytes / unit;
  return `${amount >= 10 ? Math.round(amount) : Math.round(amount * 10) / 10} ${name}`;
}
