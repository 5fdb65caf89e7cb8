import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { REGISTRATION_STATES, ROLES, TRADES } from "../enums";
import { at, createdAt, id, oneOf, workspaceId } from "./columns";
import { users } from "./people";

/** Per weekday, Sunday first: spans of "HH:MM" in the workspace's zone. */
export type WeekHours = { from: string; to: string }[][];

export const workspaces = pgTable(
  "workspaces",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    detail: text("detail").notNull().default(""),
    timeZone: text("time_zone").notNull().default("America/Los_Angeles"),
    /** Null until the first step of set-up was saved. */
    trade: text("trade", { enum: TRADES }),
    /** When somebody is there; null until set-up asked. */
    openingHours: jsonb("opening_hours").$type<WeekHours>(),
    active: boolean("active").notNull().default(true),
    /** Since when an operator keeps the workspace from texting and ringing; only an operator ends it. */
    suspendedAt: at("suspended_at"),
    /** When the workspace is deleted, unless an operator takes that back. */
    deleteAfter: at("delete_after"),
    /** Key of the opt-out hashes. Survives everything but the workspace. */
    optOutKey: text("opt_out_key")
      .notNull()
      .default(sql`replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')`),
    createdAt: createdAt(),
  },
  (t) => [oneOf("trade", t.trade, TRADES)],
);

/** The spans in which automatic texts may go out. */
export type TextingHours = WeekHours;

export const recoverySettings = pgTable(
  "recovery_settings",
  {
    workspaceId: uuid("workspace_id")
      .primaryKey()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    textBackOn: boolean("text_back_on").notNull().default(true),
    pausedUntil: at("paused_until"),
    pausedBy: uuid("paused_by"),
    template: text("template").notNull(),
    /** Raised with every change of the spoken words, so that a consent record can say which were heard. */
    noticeVersion: integer("notice_version").notNull().default(1),
    noticeOn: boolean("notice_on").notNull().default(true),
    notice: text("notice").notNull(),
    textVoicemailCalls: boolean("text_voicemail_calls").notNull().default(false),
    coolDownMinutes: integer("cool_down_minutes").notNull().default(1440),
    activeConversationMinutes: integer("active_conversation_minutes").notNull().default(30),
    quietAfterDays: integer("quiet_after_days").notNull().default(3),
    replyAnyHour: boolean("reply_any_hour").notNull().default(true),
    textingHours: jsonb("texting_hours").$type<TextingHours>().notNull(),
    lookUpLineType: boolean("look_up_line_type").notNull().default(true),
    regions: text("regions").array().notNull().default(sql`array['US','CA']`),
    hourlyCallerCap: integer("hourly_caller_cap").notNull().default(30),
    dailyCallerCap: integer("daily_caller_cap").notNull().default(200),
    dailySpendCapCents: integer("daily_spend_cap_cents").notNull().default(500),
    aiVoiceOn: boolean("ai_voice_on").notNull().default(false),
    registration: text("registration", { enum: REGISTRATION_STATES }).notNull().default("not_started"),
    registrationAttestedBy: uuid("registration_attested_by"),
    registrationAttestedAt: at("registration_attested_at"),
  },
  (t) => [oneOf("registration", t.registration, REGISTRATION_STATES)],
);

export const memberships = pgTable(
  "memberships",
  {
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text("role", { enum: ROLES }).notNull(),
    /** The member's own phone: a call from it is `own_number`. */
    phoneE164: text("phone_e164"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.userId] }),
    index("memberships_user").on(t.userId),
    oneOf("membership_role", t.role, ROLES),
  ],
);

export const invitations = pgTable(
  "invitations",
  {
    workspaceId: workspaceId(),
    id: id(),
    email: text("email").notNull(),
    role: text("role", { enum: ROLES }).notNull(),
    tokenHash: text("token_hash").notNull().unique(),
    invitedBy: uuid("invited_by").notNull(),
    createdAt: createdAt(),
    expiresAt: at("expires_at").notNull(),
    acceptedAt: at("accepted_at"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }).onDelete("cascade"),
    foreignKey({
      name: "invitations_invited_by_member",
      columns: [t.workspaceId, t.invitedBy],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }).onDelete("cascade"),
    uniqueIndex("invitations_open_email").on(t.workspaceId, sql`lower(${t.email})`).where(sql`${t.acceptedAt} is null`),
    oneOf("invitation_role", t.role, ROLES),
  ],
);

export const auditLog = pgTable(
  "audit_log",
  {
    workspaceId: workspaceId(),
    id: id(),
    actorUserId: uuid("actor_user_id"),
    action: text("action").notNull(),
    subject: text("subject"),
    details: jsonb("details").$type<Record<string, unknown>>().notNull().default({}),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }).onDelete("cascade"),
    index("audit_log_recent").on(t.workspaceId, t.createdAt, t.id),
  ],
);
