import { and, eq } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { usageCounters } from "@/db/schema/billing";
import { workspaceLimits } from "@/db/schema/installation";
import { ringPhones } from "@/db/schema/phone";
import { workspaces } from "@/db/schema/workspaces";
import { closeDatabase, withWorkspace } from "@/db/tenant";
import { makeWorkspace, newSid } from "@/db/testing/factories";
import { addRingPhone } from "@/lib/phone/ring-phones";
import { addPhones, readStory } from "../testing/read-story";
import { phoneCall, post } from "../testing/webhooks";

afterAll(closeDatabase);

/** A minute to a phone in the US, in tenths of a cent. */
const MINUTE = 14;

async function ringingLine(count: number, dailyRingCeilingCents?: number) {
  const workspace = await makeWorkspace({ number: { mode: "direct", forwarding: "not_started" } });
  const { workspaceId } = workspace;
  const phones = await addPhones(workspace, count);
  if (dailyRingCeilingCents !== undefined) {
    await withWorkspace(workspaceId, (tx) => tx.insert(workspaceLimits).values({ workspaceId, dailyRingCeilingCents }));
  }
  return { ...workspace, phones };
}

const spent = (workspaceId: string) =>
  withWorkspace(workspaceId, async (tx) => {
    const [row] = await tx
      .select({ amount: usageCounters.amount })
      .from(usageCounters)
      .where(and(eq(usageCounters.workspaceId, workspaceId), eq(usageCounters.counter, "ring_mills_day")));
    return row?.amount ?? 0;
  });

const DEAR = ["+25261234567", "+2347031234567", "+37061234567", "+21621234567", "+5352123456", "+18765550142"];

it("keeps dear phones, premium, satellite and toll-free ones off the list", async () => {
  const { workspaceId, ownerId: userId, numberId } = await ringingLine(1);
  for (const phone of [...DEAR, "+19005550123", "+881612345678", "+18005550199"]) {
    const added = await addRingPhone({ workspaceId, userId, numberId, phone, label: "x" });
    expect({ phone, ok: added.ok }).toEqual({ phone, ok: false });
  }
});

it("does not ring a phone that was put on the list before its country was left out, nor more than ten", async () => {
  const { workspaceId, numberId, e164, phones } = await ringingLine(12);
  await withWorkspace(workspaceId, (tx) =>
    tx
      .insert(ringPhones)
      .values(DEAR.map((phone) => ({ workspaceId, numberId, e164: phone, label: "x", position: -1 }))),
  );
  const { twiml } = await post(phoneCall(e164).incoming());
  for (const dear of DEAR) expect(twiml).not.toContain(dear);
  expect(twiml.match(/<\/Number>/g)).toHaveLength(10);
  expect(twiml).toContain(phones[0]);
  expect(await spent(workspaceId)).toBe(10 * MINUTE);
});

it("reserves a minute of each phone, and gives back what nobody picked up", async () => {
  const { workspaceId, e164, phones } = await ringingLine(3);
  const call = phoneCall(e164);
  await post(call.incoming());
  expect(await spent(workspaceId)).toBe(3 * MINUTE);
  const voicemail = newSid("CA");
  await post(call.leg(voicemail, phones[0] ?? "", "in-progress"));
  await post(call.leg(voicemail, phones[0] ?? "", "completed"));
  await post(call.leg(newSid("CA"), phones[1] ?? "", "no-answer"));
  await post(call.dialed({ status: "no-answer" }));
  await post(call.notice());
  await post(call.status());
  expect(await spent(workspaceId)).toBe(MINUTE);
});

it("counts the talk of a call that was taken, once", async () => {
  const { workspaceId, e164, phones } = await ringingLine(2);
  const call = phoneCall(e164);
  const leg = newSid("CA");
  await post(call.incoming());
  await post(call.leg(leg, phones[0] ?? "", "in-progress"));
  await post(call.pressed(leg, phones[0] ?? ""));
  await post(call.leg(leg, phones[0] ?? "", "completed"));
  await post(call.dialed({ status: "completed", bridged: true, leg }));
  await post(call.status());
  await post(call.status());
  expect(await spent(workspaceId)).toBe(MINUTE);
});

it("treats calls past the ceiling as misses, texts the caller and says why; exactly, when many come at once", async () => {
  const workspace = await ringingLine(1, 7);
  const calls = Array.from({ length: 9 }, () => phoneCall(workspace.e164));
  const answers = await Promise.all(calls.map((call) => post(call.incoming())));
  // Seven cents are five minutes of fourteen tenths.
  expect(answers.filter(({ twiml }) => twiml.includes("</Number>"))).toHaveLength(5);
  expect(await spent(workspace.workspaceId)).toBe(5 * MINUTE);
  await Promise.all(
    calls.filter((_, at) => !answers[at]?.twiml.includes("</Number>")).map((call) => post(call.notice())),
  );
  const { calls: rows, messages, recoveries } = await readStory(workspace);
  const refused = rows.filter(({ notRung }) => notRung === "ring_ceiling");
  expect(refused).toHaveLength(4);
  for (const { id, route, ringMills } of refused) {
    expect({ route, ringMills }).toEqual({ route: "miss", ringMills: null });
    expect(recoveries.find(({ callId }) => callId === id)).toMatchObject({
      state: "texting",
      trace: expect.arrayContaining([{ check: "missed", verdict: "passed", detail: "Phones not rung: today's limit" }]),
    });
  }
  expect(messages).toHaveLength(4);
});

it("rings nobody for a suspended workspace", async () => {
  const { workspaceId, e164 } = await ringingLine(1);
  await withWorkspace(workspaceId, (tx) => tx.update(workspaces).set({ suspendedAt: new Date() }));
  const { twiml } = await post(phoneCall(e164).incoming());
  expect(twiml).not.toContain("</Number>");
  expect(twiml).not.toContain("texting you");
  expect(await spent(workspaceId)).toBe(0);
});
