import { sql } from "drizzle-orm";
import { lookUp } from "@/db/tenant";
import { browserWords } from "./browser-words";

/** More than anybody is signed in on; the rest is ended with "Sign out everywhere". */
const MOST_SHOWN = 30;

export type ListedSession = { id: string; browser: string; network: string; seenMsAgo: number };

/** Where a person is signed in, most recently used first. */
export async function listSessions(userId: string): Promise<ListedSession[]> {
  const rows = await lookUp<{ id: string; userAgent: string; network: string; seenMsAgo: string }>(sql`
    select id, user_agent as "userAgent", network,
      greatest(0, extract(epoch from app_now() - last_seen_at) * 1000)::bigint as "seenMsAgo"
    from sessions s
    where user_id = ${userId} and revoked_at is null and expires_at > (select app_now())
      and (second_factor_at is not null or not exists (
        select 1 from second_factors f where f.user_id = s.user_id and f.confirmed_at is not null))
    order by last_seen_at desc, id limit ${MOST_SHOWN}`);
  return rows.map(({ userAgent, seenMsAgo, ...row }) => ({
    ...row,
    browser: browserWords(userAgent),
    seenMsAgo: Number(seenMsAgo),
  }));
}
