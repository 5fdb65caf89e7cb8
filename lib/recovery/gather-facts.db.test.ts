import { afterAll, expect, it } from "vitest";
import { closeDatabase, withWorkspace } from "@/db/tenant";
import { makeWorkspace } from "@/db/testing/factories";
import { appNow } from "@/lib/clock";
import { recordOptOut } from "@/lib/conversations/opt-out-caller";
import { lockSlot } from "@/lib/leads/caller-slot";
import { readStoredFacts } from "./stored-facts";
import { readStory } from "./testing/read-story";
import { phoneCall, post } from "./testing/webhooks";

afterAll(closeDatabase);

it.each([
  ["keyword", "caller"],
  ["wording", "caller"],
  ["key_press", "key_press"],
  ["member", "member"],
  ["carrier", "carrier"],
] as const)("keeps with the decision how the caller had opted out: %s", async (source, optedOutBy) => {
  const workspace = await makeWorkspace({ settings: { noticeOn: false } });
  const { workspaceId } = workspace;
  const call = phoneCall(workspace.e164);
  await withWorkspace(workspaceId, async (tx) => {
    await lockSlot(tx, workspaceId, call.from);
    await recordOptOut({ tx, workspaceId, callerE164: call.from, leadId: null, source, now: await appNow(tx) });
  });
  await post(call.incoming());
  const [decided] = (await readStory(workspace)).recoveries;
  expect(decided).toMatchObject({ state: "skipped", reason: "opted_out" });
  expect(readStoredFacts(decided?.facts).refusals?.optedOutBy).toBe(optedOutBy);
});
