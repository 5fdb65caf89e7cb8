import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { withWorkspace } from "@/db/tenant";
import { type MadeWorkspace, makeWorkspace } from "@/db/testing/factories";
import { homeCounts, MANY } from "./home-counts";
import { monthBefore, monthFromKey } from "./month";

const timeZone = "America/Los_Angeles";
const noon = new Date("2026-06-20T19:00:00Z");
const month = monthFromKey(undefined, noon, timeZone);
const before = monthBefore(month, noon, timeZone);

function miss({ workspaceId, numberId }: MadeWorkspace, { from, to }: { from: number; to: number }) {
  return withWorkspace(workspaceId, (tx) =>
    tx.execute(sql`
      with missed as (
        insert into calls (workspace_id, number_id, provider_sid, caller_e164, caller_kind, state, route, started_at, ended_at)
        select ${workspaceId}, ${numberId}, 'CA' || md5(n::text), '+1503' || lpad(n::text, 7, '0'), 'phone', 'missed', 'miss',
          '2026-06-10T12:00:00Z', '2026-06-10T12:00:00Z'
        from generate_series(${from}::int, ${to}::int) n returning workspace_id, id, caller_e164, started_at
      )
      insert into recoveries (workspace_id, call_id, call_started_at, caller_e164, state, reason, trace, facts)
      select workspace_id, id, started_at, caller_e164, 'skipped', 'landline', '[]', '{}' from missed`),
  );
}

async function missedAt({ workspaceId }: MadeWorkspace, seconds: number): Promise<number> {
  const now = new Date(noon.getTime() + seconds * 1_000);
  return (await homeCounts({ workspaceId, month, before, timeZone, now })).numbers.missed;
}

it("counts a month of few missed callers at every look", async () => {
  const workspace = await makeWorkspace();
  await miss(workspace, { from: 1, to: 3 });
  expect(await missedAt(workspace, 0)).toBe(3);
  await miss(workspace, { from: 4, to: 4 });
  expect(await missedAt(workspace, 1)).toBe(4);
});

it("counts a month of many once a minute, renews the count behind a look, and keeps none for long", async () => {
  const workspace = await makeWorkspace();
  await miss(workspace, { from: 1, to: MANY });
  expect(await missedAt(workspace, 0)).toBe(MANY);
  await miss(workspace, { from: MANY + 1, to: MANY + 1 });
  expect(await missedAt(workspace, 59)).toBe(MANY);
  expect(await missedAt(workspace, 61)).toBe(MANY);
  await expect.poll(() => missedAt(workspace, 62)).toBe(MANY + 1);
  await miss(workspace, { from: MANY + 2, to: MANY + 2 });
  expect(await missedAt(workspace, 3_600)).toBe(MANY + 2);
});

it("keeps no workspace's count for another", async () => {
  const ours = await makeWorkspace();
  await miss(ours, { from: 1, to: MANY });
  expect(await missedAt(ours, 0)).toBe(MANY);
  expect(await missedAt(await makeWorkspace(), 0)).toBe(0);
});
