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
import { CALL_STATES, LINE_TYPES, NOT_RUNG_REASONS, REASONS, RECOVERY_STATES } from "../enums";
import { at, createdAt, id, oneOf, workspaceId } from "./columns";
import { leads } from "./leads";
import { numbers, ringPhones } from "./phone";
import { workspaces } from "./workspaces";

export const calls = pgTable(
  "calls",
  {
    workspaceId: workspaceId(),
    id: id(),
    numberId: uuid("number_id").notNull(),
    providerSid: text("provider_sid").notNull(),
    /** Null when the caller withheld their number or has none. */
    callerE164: text("caller_e164"),
    callerKind: text("caller_kind", { enum: ["phone", "withheld", "not_a_phone"] }).notNull(),
    forwardedFrom: text("forwarded_from"),
    verstat: text("verstat", { enum: ["passed", "failed", "none"] })
      .notNull()
      .default("none"),
    state: text("state", { enum: CALL_STATES }).notNull().default("ringing"),
    /** What the call was treated as when it arrived; the number's mode may change later. */
    route: text("route", { enum: ["ring", "miss", "reject"] }).notNull(),
    leadId: uuid("lead_id"),
    /** The open call of the same caller, or of ours, that this one is a second leg of. */
    secondLegOf: uuid("second_leg_of"),
    /** The furthest the carrier has told us the caller's own leg has come. */
    leg: text("leg").notNull().default("ringing"),
    dialStatus: text("dial_status"),
    dialBridged: boolean("dial_bridged"),
    notice: text("notice", { enum: ["none", "playing", "over"] })
      .notNull()
      .default("none"),
    /** Nobody was screened, and a machine picked up. */
    machineAnswered: boolean("machine_answered").notNull().default(false),
    acceptedBy: uuid("accepted_by"),
    acceptedAt: at("accepted_at"),
    noticeStartedAt: at("notice_started_at"),
    /** Pressed 9 during the notice. */
    declinedAt: at("declined_at"),
    startedAt: at("started_at").notNull().default(sql`app_now()`),
    endedAt: at("ended_at"),
    rangSeconds: integer("rang_seconds"),
    talkSeconds: integer("talk_seconds"),
    callerHungUp: boolean("caller_hung_up").notNull().default(false),
    /** When the caller hung up, by the witness who told of it first; kept while the decision waits. */
    hungUpAt: at("hung_up_at"),
    /** When the call is decided if no better witness comes first. */
    decideAt: at("decide_at"),
    /** What was reserved for ringing the phones, in tenths of a cent; null when none rang. */
    ringMills: integer("ring_mills"),
    notRung: text("not_rung", { enum: NOT_RUNG_REASONS }),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }).onDelete("cascade"),
    foreignKey({ columns: [t.workspaceId, t.numberId], foreignColumns: [numbers.workspaceId, numbers.id] }),
    foreignKey({ columns: [t.workspaceId, t.leadId], foreignColumns: [leads.workspaceId, leads.id] }),
    uniqueIndex("calls_provider_sid").on(t.workspaceId, t.providerSid),
    index("calls_sid").on(t.providerSid),
    index("calls_recent").on(t.workspaceId, t.startedAt, t.id),
    index("calls_by_state").on(t.workspaceId, t.state, t.startedAt, t.id),
    index("calls_of_caller").on(t.workspaceId, t.callerE164, t.startedAt),
    index("calls_open").on(t.workspaceId, t.startedAt).where(sql`${t.endedAt} is null`),
    index("calls_undecided").on(t.decideAt).where(sql`${t.decideAt} is not null`),
    // The digits of callers nobody missed; those of a missed caller are found among the slots.
    index("calls_settled_digits")
      .using("gin", t.workspaceId, t.callerE164.op("gin_trgm_ops"))
      .where(sql`${t.state} in ('answered', 'voicemail', 'voice_ai', 'failed')`),
    oneOf("call_state", t.state, CALL_STATES),
    oneOf("call_not_rung", t.notRung, NOT_RUNG_REASONS),
  ],
);

/** Which of the business's phones a call rang, when it was one phone's leg; kept for "Luis answered". */
export const callLegs = pgTable(
  "call_legs",
  {
    workspaceId: workspaceId(),
    callId: uuid("call_id").notNull(),
    providerSid: text("provider_sid").notNull(),
    phoneId: uuid("phone_id"),
    acceptedAt: at("accepted_at"),
    state: text("state").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.providerSid] }),
    foreignKey({ columns: [t.workspaceId, t.callId], foreignColumns: [calls.workspaceId, calls.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [t.workspaceId, t.phoneId], foreignColumns: [ringPhones.workspaceId, ringPhones.id] }),
    index("call_legs_of_call").on(t.workspaceId, t.callId),
  ],
);

/** The webhook inbox. A repeat finds its row and gets the first answer again. */
export const webhooks = pgTable(
  "webhooks",
  {
    workspaceId: workspaceId(),
    id: id(),
    providerSid: text("provider_sid").notNull(),
    kind: text("kind").notNull(),
    status: text("status").notNull(),
    legSid: text("leg_sid").notNull().default(""),
    params: jsonb("params").$type<Record<string, unknown>>().notNull(),
    answer: text("answer"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }).onDelete("cascade"),
    uniqueIndex("webhooks_once").on(t.workspaceId, t.providerSid, t.kind, t.status, t.legSid),
    index("webhooks_old").on(t.createdAt),
  ],
);

/** One line of a trace: which check, how it went, and the words shown beside it. */
export type TraceEntry = { check: string; verdict: "passed" | "stopped" | "not_checked"; detail: string };

/** Exactly one per final missed call. */
export const recoveries = pgTable(
  "recoveries",
  {
    workspaceId: workspaceId(),
    id: id(),
    callId: uuid("call_id").notNull(),
    callStartedAt: at("call_started_at").notNull(),
    leadId: uuid("lead_id"),
    callerE164: text("caller_e164"),
    state: text("state", { enum: RECOVERY_STATES }).notNull(),
    reason: text("reason", { enum: REASONS }),
    trace: jsonb("trace").$type<TraceEntry[]>().notNull(),
    facts: jsonb("facts").$type<Record<string, unknown>>().notNull(),
    messageId: uuid("message_id"),
    heldUntil: at("held_until"),
    /** The person who texted them anyway. */
    decidedBy: uuid("decided_by"),
    decidedAt: at("decided_at").notNull().default(sql`app_now()`),
    textedAt: at("texted_at"),
    errorCode: integer("error_code"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.callId], foreignColumns: [calls.workspaceId, calls.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [t.workspaceId, t.leadId], foreignColumns: [leads.workspaceId, leads.id] }),
    uniqueIndex("recoveries_call").on(t.workspaceId, t.callId),
    index("recoveries_message").on(t.workspaceId, t.messageId).where(sql`${t.messageId} is not null`),
    index("recoveries_by_state").on(t.workspaceId, t.state, t.callStartedAt, t.callId),
    index("recoveries_by_reason").on(t.workspaceId, t.reason, t.callStartedAt),
    index("recoveries_times").using("brin", t.decidedAt),
    index("recoveries_held").on(t.heldUntil).where(sql`${t.state} = 'held'`),
    oneOf("recovery_state", t.state, RECOVERY_STATES),
    oneOf("recovery_reason", t.reason, REASONS),
  ],
);

/** The lock that makes one text of two calls; and what must be remembered per caller to decide. */
export const callerSlots = pgTable(
  "caller_slots",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    callerE164: text("caller_e164").notNull(),
    /** An opening that is decided but not yet accepted: it blocks another. */
    pendingMessageId: uuid("pending_message_id"),
    lastOpeningAt: at("last_opening_at"),
    lineType: text("line_type", { enum: LINE_TYPES }),
    lineTypeAt: at("line_type_at"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.callerE164] }),
    index("caller_slots_digits").using("gin", t.workspaceId, t.callerE164.op("gin_trgm_ops")),
    oneOf("slot_line_type", t.lineType, LINE_TYPES),
  ],
);
