import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { strayWebhooks } from "@/db/schema/phone";
import { workspaces } from "@/db/schema/workspaces";
import type { Tx } from "@/db/tenant";
import { recordAccountEvent } from "@/lib/audit/record-account-event";
import { NotFound } from "@/lib/errors";
import { adoptNumber } from "@/lib/phone/connect-number";
import { setupTrouble } from "@/lib/phone/setup-trouble";
import { listNumbers } from "@/lib/twilio/numbers";
import { asOperator } from "./as-operator";

const SHOWN = 100;

/** Webhooks of one kind that went to one number of ours, or to none that can be told. */
export type Unroutable = {
  /** The newest of them: names the group in forms. */
  id: string;
  about: "call" | "text" | "report";
  why: "number_unknown" | "unreadable";
  /** The number that was called or texted: one of the account's. Never the caller's. */
  calledE164: string | null;
  times: number;
  lastAt: Date;
};

// In what comes in, To is a number of ours. In a report about a text or a leg of ours it is somebody's.
const CALLED = sql`case when kind in ('voice.incoming', 'message.incoming') and params ->> 'To' ~ '^\\+[1-9][0-9]{6,14}$'
  then params ->> 'To' end`;
const ABOUT = sql`case when kind = 'message.incoming' then 'text' when kind like 'voice.%' then 'call' else 'report' end`;
const WHY = sql`case when why = 'number_unknown' then why else 'unreadable' end`;

type Row = {
  id: string;
  about: Unroutable["about"];
  why: Unroutable["why"];
  called: string | null;
  times: number;
  last_ms: string;
};

/** Signed webhooks that fitted nowhere and wait for an operator, the newest first. */
export function listUnroutable({ userId }: { userId: string }): Promise<Unroutable[]> {
  return asOperator({ userId }, async (tx) => {
    const rows = await tx.execute<Row>(sql`
      select (array_agg(id order by created_at desc))[1] as id, ${ABOUT} as about, ${WHY} as why, ${CALLED} as called,
        count(*)::int as times, (extract(epoch from max(created_at)) * 1000)::bigint as last_ms
      from stray_webhooks where handled_at is null
      group by 2, 3, 4 order by max(created_at) desc limit ${SHOWN}`);
    return rows.map(({ id, about, why, called, times, last_ms }) => ({
      id,
      about,
      why,
      calledE164: called,
      times,
      lastAt: new Date(Number(last_ms)),
    }));
  });
}

type OnGroup = { userId: string; id: string };

/** Takes a group of webhooks off the list. @throws NotFound */
export async function ignoreUnroutable({ userId, id }: OnGroup): Promise<void> {
  await asOperator({ userId }, async (tx) => {
    const group = await lockGroup(tx, id);
    await settle(tx, group);
    const details = { times: group.ids.length };
    await recordAccountEvent({ tx, kind: "unroutable_webhook_ignored", actorUserId: userId, details });
  });
}

/**
 * Connects the called number, which the carrier account has and no workspace, to a workspace: its next call is answered
 * there. What came before stays unanswered; nobody is texted for it.
 * @throws NotFound
 */
export async function giveNumber({
  userId,
  id,
  workspaceId,
}: OnGroup & { workspaceId: string }): Promise<{ ok: true } | { ok: false; words: string }> {
  const { called } = await asOperator({ userId, workspaceId }, async (tx) => {
    const [known] = await tx.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.id, workspaceId));
    if (!known) throw new NotFound("The workspace");
    return lockGroup(tx, id);
  });
  if (!called) throw new NotFound("The called number");
  const owned = await listNumbers();
  if (!owned.ok) return { ok: false, words: setupTrouble(owned) };
  const number = owned.numbers.find(({ e164 }) => e164 === called);
  if (!number) return { ok: false, words: "The carrier account no longer has that number. Ignore these instead." };
  const adopted = await adoptNumber({ userId, workspaceId, providerSid: number.sid });
  if (!adopted.ok) return adopted;
  await asOperator({ userId }, async (tx) => {
    await settle(tx, await lockGroup(tx, id));
    const details = { numberId: adopted.numberId };
    await recordAccountEvent({ tx, kind: "unroutable_webhook_given", actorUserId: userId, workspaceId, details });
  });
  return { ok: true };
}

type Group = { ids: string[]; called: string | null };

/** Everything that stands on the list in one line with this webhook. @throws NotFound when it is not on the list */
async function lockGroup(tx: Tx, id: string): Promise<Group> {
  const rows = await tx.execute<{ id: string; called: string | null }>(sql`
    select s.id, ${CALLED} as called from stray_webhooks s
    where s.handled_at is null and (${ABOUT}, ${WHY}, coalesce(${CALLED}, '')) = (
      select ${ABOUT}, ${WHY}, coalesce(${CALLED}, '') from stray_webhooks where id = ${id} and handled_at is null)
    for update of s`);
  if (rows.length === 0) throw new NotFound("The webhook");
  return { ids: rows.map((row) => row.id), called: rows[0]?.called ?? null };
}

async function settle(tx: Tx, { ids }: Group): Promise<void> {
  await tx
    .update(strayWebhooks)
    .set({ handledAt: sql`app_now()` })
    .where(and(inArray(strayWebhooks.id, ids), isNull(strayWebhooks.handledAt)));
}
