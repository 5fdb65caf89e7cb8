import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { ACCOUNT_EVENT_KINDS, MAIL_LINK_PURPOSES, SIGN_IN_METHODS } from "../enums";
import { at, createdAt, oneOf } from "./columns";

export const users = pgTable(
  "users",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    passwordHash: text("password_hash").notNull(),
    /** When the person showed that mail to this address reaches them; null for never. */
    emailProvedAt: at("email_proved_at"),
    /** Since when the person runs this installation; null for everybody else. */
    operatorAt: at("operator_at"),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("users_email_unique").on(sql`lower(${t.email})`)],
);

/** The cookie carries the session's random id; only its hash is kept here. */
export const sessions = pgTable(
  "sessions",
  {
    idHash: text("id_hash").primaryKey(),
    /** Names the session in lists and forms. Opens nothing. */
    id: uuid("id").notNull().unique().defaultRandom(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    /** Moves on with use: a session ends 30 days after it was last seen. */
    expiresAt: at("expires_at").notNull(),
    revokedAt: at("revoked_at"),
    lastSeenAt: at("last_seen_at").notNull().default(sql`app_now()`),
    method: text("method", { enum: SIGN_IN_METHODS }).notNull().default("password"),
    /** The browser's own description, cut short, for the list of sessions. */
    userAgent: text("user_agent").notNull().default(""),
    network: text("network").notNull().default(""),
    /** When the second factor was shown in this session; null while it is still owed or not set up. */
    secondFactorAt: at("second_factor_at"),
    /** When the password was last entered in this session: the operator's page asks again after 30 minutes. */
    passwordAt: at("password_at"),
  },
  (t) => [index("sessions_user").on(t.userId), oneOf("session_method", t.method, SIGN_IN_METHODS)],
);

export const passwordResets = pgTable(
  "password_resets",
  {
    tokenHash: text("token_hash").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    expiresAt: at("expires_at").notNull(),
    usedAt: at("used_at"),
  },
  (t) => [index("password_resets_user").on(t.userId)],
);

/** Links mailed to an address: to open an account, to sign in, to prove the address. Each works once. */
export const mailLinks = pgTable(
  "mail_links",
  {
    tokenHash: text("token_hash").primaryKey(),
    purpose: text("purpose", { enum: MAIL_LINK_PURPOSES }).notNull(),
    email: text("email").notNull(),
    /** Null for an address that has no account. */
    userId: uuid("user_id").references(() => users.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    expiresAt: at("expires_at").notNull(),
    usedAt: at("used_at"),
  },
  (t) => [
    index("mail_links_user").on(t.userId),
    index("mail_links_old").on(t.expiresAt),
    oneOf("mail_link_purpose", t.purpose, MAIL_LINK_PURPOSES),
  ],
);

/** Browsers a person has signed in with: the right password from one of them is never locked out. */
export const knownDevices = pgTable(
  "known_devices",
  {
    deviceHash: text("device_hash").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    lastUsedAt: at("last_used_at").notNull().default(sql`app_now()`),
  },
  (t) => [index("known_devices_user").on(t.userId)],
);

/** A time-based one-time password (RFC 6238) as a second factor. */
export const secondFactors = pgTable("second_factors", {
  userId: uuid("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  /** Encrypted with a key derived from NEXTAUTH_SECRET. */
  secret: text("secret").notNull(),
  createdAt: createdAt(),
  /** Null until the first code from the app was right. */
  confirmedAt: at("confirmed_at"),
  /** The time step of the last accepted code: each code works once. */
  lastStep: bigint("last_step", { mode: "number" }),
});

export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    codeHash: text("code_hash").notNull(),
    createdAt: createdAt(),
    usedAt: at("used_at"),
  },
  (t) => [primaryKey({ columns: [t.userId, t.codeHash] })],
);

/**
 * Sign-ins, changes of accounts and what operators do. The app's role may add and read, never change or delete; no foreign
 * keys, so that a deleted person's history stays.
 */
export const accountEvents = pgTable(
  "account_events",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    at: at("at").notNull().default(sql`app_now()`),
    kind: text("kind", { enum: ACCOUNT_EVENT_KINDS }).notNull(),
    /** Who did it; null when nobody was signed in. */
    actorUserId: uuid("actor_user_id"),
    /** Whose account it is about; null when it is about none. */
    userId: uuid("user_id"),
    /** The workspace an operator acted on. */
    workspaceId: uuid("workspace_id"),
    network: text("network").notNull().default(""),
    /** Codes, ids and amounts; never addresses, numbers or people's words. */
    details: jsonb("details").$type<Record<string, string | number | boolean | null>>().notNull().default({}),
  },
  (t) => [
    index("account_events_recent").on(t.at, t.id),
    index("account_events_of_user").on(t.userId, t.at),
    oneOf("account_event_kind", t.kind, ACCOUNT_EVENT_KINDS),
  ],
);

export const rateLimits = pgTable(
  "rate_limits",
  {
    key: text("key").notNull(),
    windowStart: at("window_start").notNull(),
    count: integer("count").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.key, t.windowStart] })],
);

/** Mail of an installation without SMTP: kept here so that the demo can show it. */
export const mailbox = pgTable(
  "mailbox",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    to: text("to").notNull(),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("mailbox_recent").on(t.createdAt)],
);
