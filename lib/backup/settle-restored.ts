import type postgres from "postgres";

/**
 * What must not go on where it stood when the backup was written, because the installation it was written of has gone on
 * since, and may still run: nothing is sent until an operator says so, nobody knows of the texts under way whether they
 * went, and no session and no link opens anything. Waits between texts count from now for callers who may have been texted.
 */
export async function settleRestored(tx: postgres.TransactionSql, madeAt: string): Promise<void> {
  await tx`
    update installation set sending_stopped_at = app_now(), sending_stopped_reason = 'restored', last_backup_at = ${madeAt},
      setup_code_hash = null, setup_code_expires_at = null`;
  await tx`
    insert into account_events (kind, details)
    values ('backup_restored', jsonb_build_object('madeAt', ${madeAt}::text))`;
  await settleTexts(tx);
  await tx`update sessions set revoked_at = app_now() where revoked_at is null`;
  await tx`update password_resets set used_at = app_now() where used_at is null`;
  await tx`update mail_links set used_at = app_now() where used_at is null`;
  await tx`update invitations set expires_at = least(expires_at, app_now()) where accepted_at is null`;
  await tx`update workspace_invitations set expires_at = least(expires_at, app_now()) where accepted_at is null`;
}

/** As the worker settles a text of which it cannot tell whether it went; the counters keep what it took. */
async function settleTexts(tx: postgres.TransactionSql): Promise<void> {
  await tx`
    with unknown as (
      update messages set status = 'unconfirmed', error_code = null, due_at = null, lease_until = null, final_at = null
      where status in ('queued', 'sending') returning workspace_id, id, lead_id, purpose
    ), recovered as (
      update recoveries r set state = 'unconfirmed', error_code = null from unknown u
      where r.workspace_id = u.workspace_id and r.message_id = u.id and r.state = 'texting'
    )
    update leads l set needs_attention = 'We couldn''t tell whether the last text went out.' from unknown u
    where l.workspace_id = u.workspace_id and l.id = u.lead_id`;
  await tx`
    update caller_slots set pending_message_id = null, last_opening_at = greatest(last_opening_at, app_now())
    where pending_message_id is not null`;
  // Held until a time that has come since: the installation has probably texted them.
  await tx`
    update recoveries set state = 'unconfirmed', held_until = null where state = 'held' and held_until <= app_now()`;
  // Calls that were going on: decided since, and probably texted.
  await tx`
    insert into caller_slots (workspace_id, caller_e164, last_opening_at)
    select distinct workspace_id, caller_e164, app_now() from calls where ended_at is null and caller_e164 is not null
    on conflict (workspace_id, caller_e164)
    do update set last_opening_at = greatest(caller_slots.last_opening_at, excluded.last_opening_at)`;
}
