import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { hashPassword } from "@/lib/auth/password-hash";
import type { Workspace } from "./history";

export type Person = { email: string; password: string };

/** A year of calls at the smallest size would be too few to fill a page of the month. */
const daysOf = (calls: number) => (calls <= 1_000 ? 90 : 3 * 365);

const ALL_DAY = Array.from({ length: 7 }, () => [{ from: "00:00", to: "24:00" }]);

/** One workspace for each number of calls, all of one owner. */
export async function makeWorkspaces(
  sql: postgres.Sql,
  sizes: readonly number[],
): Promise<{ owner: Person; workspaces: Workspace[] }> {
  const owner = { email: "dana@pages.example", password: "the pages are many" };
  const [user] = await sql<{ id: string }[]>`
    insert into users (email, name, password_hash)
    values (${owner.email}, 'Dana Whitfield', ${await hashPassword(owner.password)}) returning id`;
  if (!user) throw new Error("The owner was not made");
  const workspaces = sizes.map((calls, index) => ({
    workspaceId: randomUUID(),
    numberId: randomUUID(),
    slug: `pages-${calls}`,
    e164: `+1503554${String(index).padStart(4, "0")}`,
    calls,
    days: daysOf(calls),
  }));
  for (const workspace of workspaces) await make(sql, workspace, user.id);
  return { owner, workspaces };
}

async function make(sql: postgres.Sql, workspace: Workspace, userId: string): Promise<void> {
  const { workspaceId, numberId, slug, e164 } = workspace;
  await sql`insert into workspaces (id, slug, name) values (${workspaceId}, ${slug}, 'Alder & Sons')`;
  await sql`insert into memberships (workspace_id, user_id, role) values (${workspaceId}, ${userId}, 'owner')`;
  await sql`
    insert into recovery_settings (workspace_id, template, notice, texting_hours, registration) values (${workspaceId},
      '{business}: sorry we missed your call. Reply STOP to opt out.', 'Sorry we missed you, this is {business}.',
      ${sql.json(ALL_DAY)}, 'approved')`;
  await sql`
    insert into subscriptions (workspace_id, plan, status, anchor_at)
    values (${workspaceId}, 'self_hosted', 'self_hosted', app_now())`;
  await sql`
    insert into numbers (workspace_id, id, e164, state, forwarding, forwarding_proved_at, last_forwarded_at, business_line_e164)
    values (${workspaceId}, ${numberId}, ${e164}, 'active', 'verified', app_now(), app_now(), '+15035530000')`;
}
