import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { callerSlots, calls, recoveries } from "@/db/schema/calls";
import { leads } from "@/db/schema/leads";
import { withWorkspace } from "@/db/tenant";
import { type MadeWorkspace, makeWorkspace, newSid } from "@/db/testing/factories";
import { READ_IN_ORDER } from "../leads/lead-filter";
import { type CallFilter, listCalls } from "./queries";

const MISSED = "+15035550188";
const STRANGER = "+15035557741";
const at = new Date("2020-01-02T12:00:00Z");

let ours: MadeWorkspace;
let theirs: MadeWorkspace;
let missed: string;
let answered: string;

async function addOld({ workspaceId, numberId }: MadeWorkspace, callerE164: string, state: "missed" | "answered") {
  const id = randomUUID();
  const call = { id, numberId, callerE164, callerKind: "phone", route: "miss", startedAt: at, endedAt: at } as const;
  await withWorkspace(workspaceId, (tx) =>
    tx.insert(calls).values({ ...call, workspaceId, providerSid: newSid("CA"), state }),
  );
  return id;
}

/** Behind more newer calls than a search reads in their order: one of a lead, and one of a stranger whom somebody answered. */
beforeAll(async () => {
  ours = await makeWorkspace();
  theirs = await makeWorkspace();
  const { workspaceId, numberId } = ours;
  missed = await addOld(ours, MISSED, "missed");
  answered = await addOld(ours, STRANGER, "answered");
  const decided = { callId: missed, callStartedAt: at, callerE164: MISSED, trace: [], facts: {} };
  await withWorkspace(workspaceId, async (tx) => {
    await tx.insert(callerSlots).values({ workspaceId, callerE164: MISSED });
    await tx.insert(leads).values({ workspaceId, callerE164: MISSED, name: "Ottoline Zq", source: "missed_call" });
    await tx.insert(recoveries).values({ workspaceId, ...decided, state: "skipped", reason: "landline" });
    await tx.execute(sql`
      insert into calls (workspace_id, number_id, provider_sid, caller_e164, caller_kind, state, route, started_at, ended_at)
      select ${workspaceId}, ${numberId}, 'CA' || md5(n::text), '+1971' || lpad((n % 9)::text, 7, '0'), 'phone', 'answered',
        'ring', app_now() - make_interval(secs => n), app_now()
      from generate_series(1, ${READ_IN_ORDER + 100}) n`);
  });
});

const month = { from: new Date("2026-06-01T07:00:00Z"), to: new Date("2026-07-01T07:00:00Z") };

async function found({ workspaceId }: MadeWorkspace, search: string, wishes: Partial<CallFilter> = {}) {
  const filter = { view: "all", month, search, ...wishes } as const;
  const page = await listCalls({ workspaceId, timeZone: "America/Los_Angeles", filter });
  return page.rows.map(({ id }) => id);
}

describe("an old call behind thousands of newer ones", () => {
  it.each(["ottoline", "zq", "0188", "(503) 555-0188"])("of a lead is found by %s", async (search) => {
    expect(await found(ours, search)).toEqual([missed]);
    expect(await found(ours, search, { view: "not_texted" })).toEqual([missed]);
    expect(await found(ours, search, { view: "not_texted", reason: "landline" })).toEqual([missed]);
    expect(await found(ours, search, { view: "answered" })).toEqual([]);
    expect(await found(ours, search, { view: "not_texted", reason: "opted_out" })).toEqual([]);
  });

  it("of a stranger whom somebody answered is found by its digits", async () => {
    expect(await found(ours, "7741")).toEqual([answered]);
    expect(await found(ours, "7741", { view: "answered" })).toEqual([answered]);
    expect((await found(ours, "503555")).toSorted()).toEqual([missed, answered].toSorted());
  });
});

it("another workspace finds none of them", async () => {
  for (const search of ["ottoline", "zq", "0188", "7741", "971"]) expect(await found(theirs, search)).toEqual([]);
});
