import { sql } from "drizzle-orm";
import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { CONSENT_BASES, CONSENT_MEANS, OPT_OUT_SOURCES } from "../enums";
import { at, createdAt, id, oneOf, workspaceId } from "./columns";
import { workspaces } from "./workspaces";

/** On what ground each automatic text went out: recorded before it goes. */
export const consentRecords = pgTable(
  "consent_records",
  {
    workspaceId: workspaceId(),
    id: id(),
    callerE164: text("caller_e164").notNull(),
    basis: text("basis", { enum: CONSENT_BASES }).notNull(),
    callId: uuid("call_id"),
    messageId: uuid("message_id"),
    noticeVersion: integer("notice_version"),
    noticeWords: text("notice_words"),
    /** The member who says that the person agreed, and how. */
    byUserId: uuid("by_user_id"),
    agreedBy: text("agreed_by", { enum: CONSENT_MEANS }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }).onDelete("cascade"),
    index("consent_of_caller").on(t.workspaceId, t.callerE164, t.createdAt),
    oneOf("consent_basis", t.basis, CONSENT_BASES),
    oneOf("consent_means", t.agreedBy, CONSENT_MEANS),
  ],
);

/**
 * What a caller last asked of a workspace's texts. Keyed by a hash, so that an opt-out survives the erasure of the caller.
 * They are opted out while `reopenedAt` is null.
 */
export const optOuts = pgTable(
  "opt_outs",
  {
    workspaceId: workspaceId(),
    callerHash: text("caller_hash").notNull(),
    source: text("source", { enum: OPT_OUT_SOURCES }).notNull(),
    byUserId: uuid("by_user_id"),
    words: text("words"),
    /** When they last asked, either way: an older wish that is found later changes nothing. */
    askedAt: at("asked_at").notNull().default(sql`app_now()`),
    createdAt: createdAt(),
    reopenedAt: at("reopened_at"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.callerHash] }),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }).onDelete("cascade"),
    oneOf("opt_out_source", t.source, OPT_OUT_SOURCES),
  ],
);
