import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { HEALTH_PARTS, HEALTH_STATES, INVITATION_MAIL_STATES, SENDING_STOPPED_REASONS } from "../enums";
import { at, createdAt, id, oneOf, workspaceId } from "./columns";
import { users } from "./people";
import { workspaces } from "./workspaces";

/** One row: what is true of the whole installation, and what its operator allows the owners of workspaces. */
export const installation = pgTable(
  "installation",
  {
    only: boolean("only").primaryKey().default(true),
    /** Hash of the one-time code in the set-up link that is printed while there is no user. */
    setupCodeHash: text("setup_code_hash"),
    setupCodeExpiresAt: at("setup_code_expires_at"),
    /** When this database first ran with credentials of a real carrier account; null for never. */
    realCredentialsAt: at("real_credentials_at"),
    lastBackupAt: at("last_backup_at"),
    /** While set, no text and no mail leaves: a restored database waits for an operator. */
    sendingStoppedAt: at("sending_stopped_at"),
    sendingStoppedReason: text("sending_stopped_reason", { enum: SENDING_STOPPED_REASONS }),
    /** How many numbers the owners of a workspace may buy by themselves; 0 for none. */
    numbersPerWorkspace: integer("numbers_per_workspace").notNull().default(1),
    /** How many numbers all owners together may have bought. */
    numbersForAll: integer("numbers_for_all").notNull().default(10),
    /** Whether owners may attest that their number is registered for texting. */
    ownersMayAttest: boolean("owners_may_attest").notNull().default(false),
    /** The most that owners may allow themselves. */
    regionsCeiling: text("regions_ceiling").array().notNull().default(sql`array['US','CA']`),
    hourlyCallerCeiling: integer("hourly_caller_ceiling").notNull().default(60),
    dailyCallerCeiling: integer("daily_caller_ceiling").notNull().default(400),
    dailySpendCeilingCents: integer("daily_spend_ceiling_cents").notNull().default(1000),
    /** Texts of all workspaces together in a day of UTC. */
    dailyTextCeiling: integer("daily_text_ceiling").notNull().default(5000),
    /** What the calls to a workspace's own phones may cost in a day of UTC. */
    dailyRingCeilingCents: integer("daily_ring_ceiling_cents").notNull().default(500),
  },
  (t) => [oneOf("sending_stopped_reason", t.sendingStoppedReason, SENDING_STOPPED_REASONS)],
);

/** What an operator has set for one workspace in place of the installation's values; null keeps those. */
export const workspaceLimits = pgTable("workspace_limits", {
  workspaceId: workspaceId()
    .primaryKey()
    .references(() => workspaces.id, { onDelete: "cascade" }),
  numbers: integer("numbers"),
  mayAttest: boolean("may_attest"),
  regionsCeiling: text("regions_ceiling").array(),
  hourlyCallerCeiling: integer("hourly_caller_ceiling"),
  dailyCallerCeiling: integer("daily_caller_ceiling"),
  dailySpendCeilingCents: integer("daily_spend_ceiling_cents"),
  dailyRingCeilingCents: integer("daily_ring_ceiling_cents"),
});

/** Invitations of an operator to open a workspace. Members are invited by their workspace, in `invitations`. */
export const workspaceInvitations = pgTable(
  "workspace_invitations",
  {
    id: id().primaryKey(),
    email: text("email").notNull(),
    tokenHash: text("token_hash").notNull().unique(),
    invitedBy: uuid("invited_by").references(() => users.id, { onDelete: "set null" }),
    mail: text("mail", { enum: INVITATION_MAIL_STATES }).notNull().default("waiting"),
    createdAt: createdAt(),
    expiresAt: at("expires_at").notNull(),
    acceptedAt: at("accepted_at"),
    cancelledAt: at("cancelled_at"),
  },
  (t) => [
    uniqueIndex("workspace_invitations_open")
      .on(sql`lower(${t.email})`)
      .where(sql`${t.acceptedAt} is null and ${t.cancelledAt} is null`),
    index("workspace_invitations_recent").on(t.createdAt),
    oneOf("workspace_invitation_mail", t.mail, INVITATION_MAIL_STATES),
  ],
);

/** The last that was noticed of a part of the installation, by whoever noticed it. */
export const healthParts = pgTable(
  "health_parts",
  {
    part: text("part", { enum: HEALTH_PARTS }).primaryKey(),
    state: text("state", { enum: HEALTH_STATES }).notNull(),
    /** Since when the part is in this state. */
    since: at("since").notNull().default(sql`app_now()`),
    checkedAt: at("checked_at").notNull().default(sql`app_now()`),
    /** Why, as a code that the operator's page has words for. */
    code: text("code"),
    /** Codes, counts and amounts; never secrets, addresses or numbers of callers. */
    details: jsonb("details").$type<Record<string, string | number | boolean | null>>().notNull().default({}),
  },
  (t) => [oneOf("health_part", t.part, HEALTH_PARTS), oneOf("health_state", t.state, HEALTH_STATES)],
);

/** Worker processes and when each last said that it runs. */
export const workerHeartbeats = pgTable("worker_heartbeats", {
  workerId: uuid("worker_id").primaryKey(),
  startedAt: at("started_at").notNull().default(sql`app_now()`),
  seenAt: at("seen_at").notNull().default(sql`app_now()`),
  version: text("version").notNull(),
});
