import { sql } from "drizzle-orm";
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { EXCLUSIONS, FORWARDING_STATES, NUMBER_ORIGINS, NUMBER_STATES, RING_STRATEGIES, ROUTING_MODES } from "../enums";
import { at, createdAt, id, oneOf, workspaceId } from "./columns";
import { workspaces } from "./workspaces";

export const numbers = pgTable(
  "numbers",
  {
    workspaceId: workspaceId(),
    id: id(),
    e164: text("e164").notNull(),
    providerSid: text("provider_sid"),
    state: text("state", { enum: NUMBER_STATES }).notNull().default("provisioning"),
    origin: text("origin", { enum: NUMBER_ORIGINS }).notNull().default("bought"),
    /** What is wrong with the number's webhooks at Twilio, in words; null when all is well. */
    wiringProblem: text("wiring_problem"),
    mode: text("mode", { enum: ROUTING_MODES }).notNull().default("forwarding"),
    ringStrategy: text("ring_strategy", { enum: RING_STRATEGIES }).notNull().default("simultaneous"),
    ringSeconds: integer("ring_seconds").notNull().default(20),
    screening: text("screening", { enum: ["press_1", "off"] })
      .notNull()
      .default("press_1"),
    businessLineE164: text("business_line_e164"),
    carrier: text("carrier"),
    forwarding: text("forwarding", { enum: FORWARDING_STATES }).notNull().default("not_started"),
    forwardingTestUntil: at("forwarding_test_until"),
    forwardingCallId: uuid("forwarding_call_id"),
    forwardingProvedAt: at("forwarding_proved_at"),
    forwardingAttestedBy: uuid("forwarding_attested_by"),
    lastForwardedAt: at("last_forwarded_at"),
    createdAt: createdAt(),
    releasedAt: at("released_at"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }).onDelete("cascade"),
    uniqueIndex("numbers_live_e164").on(t.e164).where(sql`${t.state} <> 'released'`),
    index("numbers_of_workspace").on(t.workspaceId, t.createdAt),
    oneOf("number_state", t.state, NUMBER_STATES),
    oneOf("number_origin", t.origin, NUMBER_ORIGINS),
    oneOf("number_mode", t.mode, ROUTING_MODES),
    oneOf("number_ring_strategy", t.ringStrategy, RING_STRATEGIES),
    oneOf("number_screening", t.screening, ["press_1", "off"]),
    oneOf("number_forwarding", t.forwarding, FORWARDING_STATES),
  ],
);

export const ringPhones = pgTable(
  "ring_phones",
  {
    workspaceId: workspaceId(),
    id: id(),
    numberId: uuid("number_id").notNull(),
    e164: text("e164").notNull(),
    label: text("label").notNull(),
    position: integer("position").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.numberId], foreignColumns: [numbers.workspaceId, numbers.id] }).onDelete(
      "cascade",
    ),
    uniqueIndex("ring_phones_once").on(t.workspaceId, t.numberId, t.e164),
  ],
);

export const excludedNumbers = pgTable(
  "excluded_numbers",
  {
    workspaceId: workspaceId(),
    id: id(),
    e164: text("e164").notNull(),
    kind: text("kind", { enum: EXCLUSIONS }).notNull(),
    label: text("label").notNull().default(""),
    addedBy: uuid("added_by"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }).onDelete("cascade"),
    uniqueIndex("excluded_numbers_once").on(t.workspaceId, t.e164),
    oneOf("exclusion", t.kind, EXCLUSIONS),
  ],
);

/** Webhooks for numbers that belong to no workspace, and signed ones nobody could read: the operator's list. */
export const strayWebhooks = pgTable(
  "stray_webhooks",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    kind: text("kind").notNull(),
    why: text("why").notNull(),
    params: jsonb("params").$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
    /** When an operator gave it to a workspace or said to ignore it. */
    handledAt: at("handled_at"),
  },
  (t) => [index("stray_webhooks_recent").on(t.createdAt)],
);
