import { desc, eq, inArray, sql } from "drizzle-orm";
import type { AccountEventKind } from "@/db/enums";
import { accountEvents, users } from "@/db/schema/people";
import { asOperator } from "./as-operator";

const SHOWN = 100;

/** What operators do: of the log's other kinds each person sees their own. */
export const OPERATORS_KINDS = [
  "operator_made",
  "workspace_invitation_made",
  "workspace_invitation_cancelled",
  "workspace_opened",
  "workspace_suspended",
  "workspace_resumed",
  "workspace_plan_changed",
  "workspace_limits_changed",
  "workspace_deletion_scheduled",
  "workspace_deletion_cancelled",
  "workspace_deleted",
  "installation_limits_changed",
  "unroutable_webhook_given",
  "unroutable_webhook_ignored",
  "job_retried",
  "backup_restored",
  "sending_started",
] as const satisfies readonly AccountEventKind[];
export type OperatorsKind = (typeof OPERATORS_KINDS)[number];

export type OperatorsAct = {
  id: string;
  at: Date;
  kind: OperatorsKind;
  /** Null for what the installation did by itself, and for people who are gone. */
  by: string | null;
  /** Null for acts on the whole installation, and for workspaces that are gone. */
  workspace: string | null;
  details: Record<string, string | number | boolean | null>;
};

/** The last acts of operators, newest first. */
export function listOperatorsActs({ userId }: { userId: string }): Promise<OperatorsAct[]> {
  return asOperator({ userId }, async (tx) => {
    const rows = await tx
      .select({
        id: accountEvents.id,
        at: accountEvents.at,
        kind: accountEvents.kind,
        details: accountEvents.details,
        by: users.name,
        workspace: sql<string | null>`(
          select n.name from workspace_names(${userId}) n where n.workspace_id = ${accountEvents.workspaceId})`,
      })
      .from(accountEvents)
      .leftJoin(users, eq(users.id, accountEvents.actorUserId))
      .where(inArray(accountEvents.kind, [...OPERATORS_KINDS]))
      .orderBy(desc(accountEvents.at), desc(accountEvents.id))
      .limit(SHOWN);
    return rows.flatMap(({ kind, ...row }) => (isOperatorsKind(kind) ? [{ ...row, kind }] : []));
  });
}

function isOperatorsKind(kind: AccountEventKind): kind is OperatorsKind {
  return (OPERATORS_KINDS as readonly AccountEventKind[]).includes(kind);
}
