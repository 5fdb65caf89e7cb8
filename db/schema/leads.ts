import { sql } from "drizzle-orm";
import {
  bigint,
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
import {
  AI_STATES,
  AUTHORS,
  CONVERSATION_STATES,
  LEAD_EVENT_KINDS,
  MESSAGE_PURPOSES,
  MESSAGE_STATUSES,
  REASONS,
  STAGES,
} from "../enums";
import { at, createdAt, id, oneOf, workspaceId } from "./columns";
import { numbers } from "./phone";
import { memberships, workspaces } from "./workspaces";

/** One per caller and workspace, and with it the one conversation. */
export const leads = pgTable(
  "leads",
  {
    workspaceId: workspaceId(),
    id: id(),
    callerE164: text("caller_e164").notNull(),
    name: text("name"),
    need: text("need"),
    address: text("address"),
    valueCents: integer("value_cents"),
    source: text("source", { enum: ["missed_call", "text", "manual"] }).notNull(),
    stage: text("stage", { enum: STAGES }).notNull().default("new"),
    lostReason: text("lost_reason"),
    bookedFor: at("booked_for"),
    assigneeId: uuid("assignee_id"),
    urgent: boolean("urgent").notNull().default(false),
    /** Why a person should look, in words; null when nothing asks for one. */
    needsAttention: text("needs_attention"),
    /** Why the last text did not arrive, in words; null when texts arrive. */
    deliveryProblem: text("delivery_problem"),
    conversation: text("conversation", { enum: CONVERSATION_STATES }).notNull().default("open"),
    snoozedUntil: at("snoozed_until"),
    ai: text("ai", { enum: AI_STATES }).notNull().default("off"),
    callCount: integer("call_count").notNull().default(0),
    /** Since when the workspace owes a reply. */
    waitingSince: at("waiting_since"),
    firstReplyAt: at("first_reply_at"),
    /** The last text a person, the AI or the caller wrote; an automatic opening does not count. */
    lastExchangeAt: at("last_exchange_at"),
    lastOutboundAt: at("last_outbound_at"),
    lastText: text("last_text"),
    lastTextAuthor: text("last_text_author", { enum: AUTHORS }),
    lastActivityAt: at("last_activity_at").notNull().default(sql`app_now()`),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }).onDelete("cascade"),
    foreignKey({
      name: "leads_assignee_member",
      columns: [t.workspaceId, t.assigneeId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
    uniqueIndex("leads_caller").on(t.workspaceId, t.callerE164),
    index("leads_board").on(t.workspaceId, t.stage, t.lastActivityAt, t.id),
    index("leads_recent").on(t.workspaceId, t.lastActivityAt, t.id),
    index("leads_waiting").on(t.workspaceId, t.waitingSince).where(sql`${t.waitingSince} is not null`),
    index("leads_attention").on(t.workspaceId, t.lastActivityAt).where(sql`${t.needsAttention} is not null`),
    index("leads_needing")
      .on(t.workspaceId, t.lastActivityAt, t.id, t.stage)
      .where(sql`${t.waitingSince} is not null or ${t.needsAttention} is not null`),
    index("leads_undelivered").on(t.workspaceId, t.lastActivityAt).where(sql`${t.deliveryProblem} is not null`),
    index("leads_valued").on(t.workspaceId, t.stage, t.valueCents).where(sql`${t.valueCents} is not null`),
    // Only leads somebody has written something about: a caller's first call pays nothing for the search.
    index("leads_words")
      .using("gin", t.workspaceId, t.name.op("gin_trgm_ops"), t.need.op("gin_trgm_ops"))
      .where(sql`${t.name} is not null or ${t.need} is not null`),
    oneOf("lead_stage", t.stage, STAGES),
    oneOf("lead_source", t.source, ["missed_call", "text", "manual"]),
    oneOf("lead_conversation", t.conversation, CONVERSATION_STATES),
    oneOf("lead_ai", t.ai, AI_STATES),
  ],
);

export type Media = { url: string; contentType: string };

/** Texts in both directions. A queued row is the outbox: nothing else says that a text is to be sent. */
export const messages = pgTable(
  "messages",
  {
    workspaceId: workspaceId(),
    id: id(),
    /** Null in the unmatched tray: an inbound text nobody can be answered under. */
    leadId: uuid("lead_id"),
    numberId: uuid("number_id").notNull(),
    recoveryId: uuid("recovery_id"),
    purpose: text("purpose", { enum: MESSAGE_PURPOSES }).notNull(),
    author: text("author", { enum: AUTHORS }).notNull(),
    authorUserId: uuid("author_user_id"),
    fromE164: text("from_e164").notNull(),
    toE164: text("to_e164").notNull(),
    body: text("body").notNull(),
    media: jsonb("media").$type<Media[]>().notNull().default([]),
    segments: integer("segments").notNull().default(1),
    status: text("status", { enum: MESSAGE_STATUSES }).notNull(),
    providerSid: text("provider_sid"),
    errorCode: integer("error_code"),
    /** The check that stopped a text which was queued already; null when the carrier refused it, or nobody did. */
    refusedReason: text("refused_reason", { enum: REASONS }),
    /** When a queued text may be claimed, or an unknown one may be settled. */
    dueAt: at("due_at"),
    expiresAt: at("expires_at"),
    /** Raised by every claim; whoever holds an older one has lost the message. */
    fence: bigint("fence", { mode: "number" }).notNull().default(0),
    leaseUntil: at("lease_until"),
    claimedBy: text("claimed_by"),
    /** Requests whose outcome could matter: raised right before each request at Twilio. */
    requests: integer("requests").notNull().default(0),
    refusals: integer("refusals").notNull().default(0),
    firstRequestedAt: at("first_requested_at"),
    /** Since when nobody knows whether Twilio took the last request. */
    unknownSince: at("unknown_since"),
    acceptedAt: at("accepted_at"),
    finalAt: at("final_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }).onDelete("cascade"),
    foreignKey({ columns: [t.workspaceId, t.leadId], foreignColumns: [leads.workspaceId, leads.id] }),
    foreignKey({ columns: [t.workspaceId, t.numberId], foreignColumns: [numbers.workspaceId, numbers.id] }),
    uniqueIndex("messages_id").on(t.id),
    uniqueIndex("messages_provider_sid").on(t.providerSid).where(sql`${t.providerSid} is not null`),
    index("messages_of_lead").on(t.workspaceId, t.leadId, t.createdAt),
    // What a person wrote lately, which their limit counts; automatic texts pay nothing for it.
    index("messages_of_author")
      .on(t.workspaceId, t.authorUserId, t.createdAt)
      .where(sql`${t.authorUserId} is not null`),
    index("messages_unmatched").on(t.workspaceId, t.createdAt).where(sql`${t.leadId} is null`),
    index("messages_outbox").on(t.dueAt).where(sql`${t.status} in ('queued', 'sending')`),
    index("messages_unconfirmed").on(t.workspaceId).where(sql`${t.status} = 'unconfirmed'`),
    // For counts of a period over all workspaces; a text being sent pays next to nothing for it.
    index("messages_times").using("brin", t.createdAt, t.firstRequestedAt, t.acceptedAt, t.finalAt),
    index("messages_undelivered")
      .on(t.acceptedAt)
      .where(sql`${t.status} in ('accepted', 'sent') and ${t.finalAt} is null`),
    oneOf("message_status", t.status, MESSAGE_STATUSES),
    oneOf("message_author", t.author, AUTHORS),
    oneOf("message_purpose", t.purpose, MESSAGE_PURPOSES),
    oneOf("message_refused_reason", t.refusedReason, REASONS),
  ],
);

/** The timeline: every call, text, note and move of a lead, so that one index pages through all of them. */
export const leadEvents = pgTable(
  "lead_events",
  {
    workspaceId: workspaceId(),
    id: id(),
    leadId: uuid("lead_id").notNull(),
    kind: text("kind", { enum: LEAD_EVENT_KINDS }).notNull(),
    at: at("at").notNull().default(sql`app_now()`),
    actorUserId: uuid("actor_user_id"),
    callId: uuid("call_id"),
    messageId: uuid("message_id"),
    note: text("note"),
    fromStage: text("from_stage", { enum: STAGES }),
    toStage: text("to_stage", { enum: STAGES }),
    amountCents: integer("amount_cents"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.leadId], foreignColumns: [leads.workspaceId, leads.id] }).onDelete(
      "cascade",
    ),
    index("lead_events_timeline").on(t.workspaceId, t.leadId, t.at, t.id),
    index("lead_events_booked").on(t.workspaceId, t.at).where(sql`${t.toStage} = 'booked'`),
    uniqueIndex("lead_events_call").on(t.workspaceId, t.callId).where(sql`${t.callId} is not null`),
    uniqueIndex("lead_events_message").on(t.workspaceId, t.messageId).where(sql`${t.messageId} is not null`),
    oneOf("lead_event_kind", t.kind, LEAD_EVENT_KINDS),
  ],
);
