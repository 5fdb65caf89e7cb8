import { sql } from "drizzle-orm";
import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { COUNTERS, PLANS, SUBSCRIPTION_STATUSES } from "../enums";
import { at, createdAt, oneOf, workspaceId } from "./columns";
import { workspaces } from "./workspaces";

export const subscriptions = pgTable(
  "subscriptions",
  {
    workspaceId: uuid("workspace_id")
      .primaryKey()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    plan: text("plan", { enum: PLANS }).notNull(),
    status: text("status", { enum: SUBSCRIPTION_STATUSES }).notNull(),
    trialEndsAt: at("trial_ends_at"),
    graceEndsAt: at("grace_ends_at"),
    /** Billing months begin on this day of the month, in UTC. */
    anchorAt: at("anchor_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [oneOf("subscription_plan", t.plan, PLANS), oneOf("subscription_status", t.status, SUBSCRIPTION_STATUSES)],
);

/** Reserved when a text is decided, given back when it is definitely not sent. */
export const usageCounters = pgTable(
  "usage_counters",
  {
    workspaceId: workspaceId(),
    counter: text("counter", { enum: COUNTERS }).notNull(),
    windowStart: at("window_start").notNull(),
    amount: integer("amount").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.counter, t.windowStart] }),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }).onDelete("cascade"),
    // Only the window: a counter that is raised stays out of the index.
    index("usage_texts_of_day").on(t.windowStart).where(sql`${t.counter} in ('callers_day', 'replies_day')`),
    index("usage_counters_spent").on(t.windowStart).where(sql`${t.counter} = 'spend_cents_day'`),
    oneOf("usage_counter", t.counter, COUNTERS),
  ],
);

/** The different callers of a billing month: the plan's limit counts rows, not texts. */
export const usageCallers = pgTable(
  "usage_callers",
  {
    workspaceId: workspaceId(),
    monthStart: at("month_start").notNull(),
    callerE164: text("caller_e164").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.monthStart, t.callerE164] }),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }).onDelete("cascade"),
  ],
);
