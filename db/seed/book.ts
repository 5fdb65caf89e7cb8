import type { LineType, OpeningCounter } from "@/db/enums";
import type { subscriptions, usageCallers, usageCounters } from "@/db/schema/billing";
import type { callerSlots, calls, recoveries, webhooks } from "@/db/schema/calls";
import type { consentRecords } from "@/db/schema/consent";
import type { leadEvents, leads, messages } from "@/db/schema/leads";
import type { excludedNumbers, numbers } from "@/db/schema/phone";
import type { recoverySettings } from "@/db/schema/workspaces";
import { monthStart } from "@/lib/billing/month";
import type { Moments } from "./moments";
import type { Who } from "./people";
import type { Random } from "./random";

export type LeadRow = typeof leads.$inferInsert & { id: string };
export type CallRow = typeof calls.$inferInsert & { id: string; startedAt: Date; endedAt: Date };
export type RecoveryRow = typeof recoveries.$inferInsert & { id: string };
export type MessageRow = typeof messages.$inferInsert & { id: string; createdAt: Date };

/** The workspace everything happens in. */
export type Setting = {
  workspaceId: string;
  numberId: string;
  users: Record<Who, string>;
  /** The phones that ring, by whose they are. */
  phones: Partial<Record<Who, string>>;
  settings: typeof recoverySettings.$inferSelect;
  number: typeof numbers.$inferSelect;
  subscription: typeof subscriptions.$inferSelect;
};

/** What is remembered of a caller while the fortnight is told. */
export type Known = {
  lead: LeadRow | null;
  lastCall: CallRow | null;
  lastRecovery: RecoveryRow | null;
  lastOpeningAt: Date | null;
  pendingMessageId: string | null;
  lineType: LineType | null;
  optedOutAt: Date | null;
  exclusion: "personal" | "blocked" | null;
  openings: Date[];
};

export type Rows = {
  leads: LeadRow[];
  calls: CallRow[];
  recoveries: RecoveryRow[];
  messages: MessageRow[];
  events: (typeof leadEvents.$inferInsert)[];
  webhooks: (typeof webhooks.$inferInsert)[];
  consents: (typeof consentRecords.$inferInsert)[];
  slots: (typeof callerSlots.$inferInsert)[];
  optOuts: { callerE164: string; at: Date; source: "keyword" | "key_press"; words: string | null }[];
  exclusions: (typeof excludedNumbers.$inferInsert)[];
  usageCallers: (typeof usageCallers.$inferInsert)[];
  usageCounters: (typeof usageCounters.$inferInsert)[];
};

/** The fortnight as it is being told: rows so far, and what the next decision must know. */
export class Book {
  readonly rows: Rows = {
    leads: [],
    calls: [],
    recoveries: [],
    messages: [],
    events: [],
    webhooks: [],
    consents: [],
    slots: [],
    optOuts: [],
    exclusions: [],
    usageCallers: [],
    usageCounters: [],
  };
  private readonly known = new Map<string, Known>();
  private readonly counters = new Map<string, typeof usageCounters.$inferInsert>();

  constructor(
    readonly setting: Setting,
    readonly moments: Moments,
    readonly random: Random,
  ) {}

  of(e164: string): Known {
    const known = this.known.get(e164) ?? {
      lead: null,
      lastCall: null,
      lastRecovery: null,
      lastOpeningAt: null,
      pendingMessageId: null,
      lineType: null,
      optedOutAt: null,
      exclusion: null,
      openings: [],
    };
    this.known.set(e164, known);
    return known;
  }

  callers(): [string, Known][] {
    return [...this.known];
  }

  usage(at: Date): Record<OpeningCounter, number> {
    const amount = (counter: OpeningCounter) => this.counters.get(this.window(counter, at).key)?.amount ?? 0;
    return {
      callers_hour: amount("callers_hour"),
      callers_day: amount("callers_day"),
      callers_month: amount("callers_month"),
      spend_cents_day: amount("spend_cents_day"),
    };
  }

  isCounted(e164: string, at: Date): boolean {
    const month = monthStart(this.setting.subscription.anchorAt, at).getTime();
    return this.rows.usageCallers.some((row) => row.callerE164 === e164 && row.monthStart.getTime() === month);
  }

  count(e164: string, at: Date, cents: number): void {
    const isNew = !this.isCounted(e164, at);
    const { workspaceId, subscription } = this.setting;
    if (isNew) {
      const month = monthStart(subscription.anchorAt, at);
      this.rows.usageCallers.push({ workspaceId, monthStart: month, callerE164: e164 });
    }
    const amounts = { callers_hour: 1, callers_day: 1, callers_month: isNew ? 1 : 0, spend_cents_day: cents };
    for (const counter of Object.keys(amounts) as OpeningCounter[]) {
      const { key, start } = this.window(counter, at);
      const row = this.counters.get(key) ?? { workspaceId, counter, windowStart: start, amount: 0 };
      row.amount = (row.amount ?? 0) + amounts[counter];
      if (!this.counters.has(key)) this.rows.usageCounters.push(row);
      this.counters.set(key, row);
    }
  }

  private window(counter: OpeningCounter, at: Date): { key: string; start: Date } {
    const start =
      counter === "callers_month"
        ? monthStart(this.setting.subscription.anchorAt, at)
        : counter === "callers_hour"
          ? new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000)
          : new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()));
    return { key: `${counter} ${start.toISOString()}`, start };
  }
}
