import { type SQL, sql } from "drizzle-orm";
import type { Check, Reason } from "@/db/enums";
import { withWorkspace } from "@/db/tenant";
import { regionVerdict } from "@/lib/phone/caller-id";
import { countryOf } from "@/lib/phone/e164";
import { GATE } from "@/lib/recovery/gate";
import type { NotTexted } from "./opening-outcome";
import type { Claim, Message } from "./take-message";

export type Cleared = { secondsLeft: number | null };

/**
 * The one statement right before the request: the claim still holds for longer than the request may take, and nothing
 * has happened that forbids the text. From here on the outcome is unknown until it is known.
 */
export async function lastCheck(claim: Claim, message: Message): Promise<Cleared | null> {
  const { workspaceId, messageId, fence } = claim;
  const cleared = await withWorkspace(workspaceId, async (tx) => {
    const [row] = await tx.execute<{ seconds: string | null }>(sql`
      update messages m set
        unknown_since = app_now(),
        requests = m.requests + 1,
        first_requested_at = coalesce(m.first_requested_at, app_now()),
        due_at = m.lease_until
      from ${ITS_WORKSPACE}
      where m.workspace_id = ${workspaceId} and m.id = ${messageId} and m.fence = ${fence} and m.status = 'sending'
        and m.lease_until > app_now() + interval '8 seconds'
        and (m.expires_at is null or m.expires_at > app_now())
        and w.id = m.workspace_id and i.sending_stopped_at is null
        and ${sql.join(
          stopsOf(message).map(({ when }) => sql`not ${when}`),
          sql` and `,
        )}
      returning ceil(extract(epoch from m.expires_at - app_now())) as seconds`);
    return row;
  });
  if (!cleared) return null;
  return { secondsLeft: cleared.seconds === null ? null : Math.min(36_000, Math.max(1, Number(cleared.seconds))) };
}

/** `lost`: somebody else has the text; `again`: the time left was too short, and nothing else was wrong. */
export async function whyNotCleared(claim: Claim, message: Message): Promise<NotTexted | "lost" | "again"> {
  const { workspaceId, fence } = claim;
  const stops = stopsOf(message);
  const why = await withWorkspace(workspaceId, async (tx) => {
    const [row] = await tx.execute<{ lost: boolean; expired: boolean; stopped: boolean[] }>(sql`
      select m.fence <> ${fence} or m.status <> 'sending' as lost, coalesce(m.expires_at <= app_now(), false) as expired,
        to_jsonb(array[${sql.join(
          stops.map(({ when }) => when),
          sql`, `,
        )}]) as stopped
      from messages m, ${ITS_WORKSPACE}
      where m.workspace_id = ${workspaceId} and m.id = ${message.id} and w.id = m.workspace_id`);
    return row;
  });
  if (!why || why.lost) return "lost";
  const stop = stops.find((_, index) => why.stopped[index]);
  if (stop) return { state: "skipped", reason: stop.reason, check: stop.check, detail: stop.detail };
  if (!why.expired) return "again";
  if (message.errorCode !== null) return { state: "failed", errorCode: message.errorCode };
  return { state: "skipped", reason: "too_late", check: "limits", detail: "Not sent within 10 min" };
}

/** What a text's workspace allows, as `w`, `r`, `i` and `l`. */
const ITS_WORKSPACE = sql`workspaces w
  join recovery_settings r on r.workspace_id = w.id
  cross join installation i
  left join workspace_limits l on l.workspace_id = w.id`;

type Stop = { check: Check; reason: Reason; detail: string; when: SQL };

/** Of the checks that this kind of text passes, those that can fall between its queueing and its request. */
function stopsOf({ purpose, toE164 }: Message): Stop[] {
  const passes: readonly Check[] = GATE[purpose];
  return [...STOPS, outOfReach(toE164)].filter(({ check }) => passes.includes(check));
}

const STOPS: readonly Stop[] = [
  {
    check: "allowed",
    reason: "opted_out",
    detail: "Opted out before the text went",
    when: sql`exists (select 1 from opt_outs o where o.workspace_id = m.workspace_id and o.reopened_at is null
      and o.caller_hash = caller_hash(w.opt_out_key, m.to_e164))`,
  },
  { check: "live_line", reason: "workspace_inactive", detail: "Switched off", when: sql`(not w.active)` },
  { check: "live_line", reason: "workspace_inactive", detail: "Suspended", when: sql`(w.suspended_at is not null)` },
  {
    check: "live_line",
    reason: "setup_incomplete",
    detail: "Number given up",
    when: sql`(m.purpose <> 'opt_out_confirmation' and not exists (
      select 1 from numbers n where n.workspace_id = m.workspace_id and n.id = m.number_id and n.state = 'active'))`,
  },
  {
    // An opening that waited, behind a 429 say, must not go after the owner turned texting off or paused it.
    check: "live_line",
    reason: "text_back_off",
    detail: "Turned off or paused",
    when: sql`(m.purpose = 'text_back' and m.author = 'automatic'
      and not (r.text_back_on and coalesce(r.paused_until <= app_now(), true)))`,
  },
  {
    check: "registration",
    reason: "texting_not_registered",
    detail: "Not approved any more",
    when: sql`(r.registration not in ('approved', 'not_needed'))`,
  },
  {
    check: "allowed",
    reason: "blocked",
    detail: "Blocked before the text went",
    when: sql`exists (select 1 from excluded_numbers e where e.workspace_id = m.workspace_id and e.e164 = m.to_e164
      and e.kind = 'blocked')`,
  },
];

/** Which country a number is in only the app knows, and which are allowed only the database. */
function outOfReach(to: string): Stop {
  const country = countryOf(to);
  const verdict = regionVerdict(to, country ? [country] : []);
  if (verdict !== "allowed")
    return { check: "reachable", reason: "not_a_phone", detail: "Not a phone", when: sql`true` };
  return {
    check: "reachable",
    reason: "region_not_allowed",
    detail: "Country not allowed any more",
    when: sql`(not (${country}::text = any(r.regions)
      and ${country}::text = any(coalesce(l.regions_ceiling, i.regions_ceiling))))`,
  };
}
