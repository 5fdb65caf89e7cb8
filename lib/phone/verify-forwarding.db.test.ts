import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { calls } from "@/db/schema/calls";
import { numbers } from "@/db/schema/phone";
import { recoverySettings } from "@/db/schema/workspaces";
import { closeDatabase, withWorkspace } from "@/db/tenant";
import { addMember, allowOwners, makeWorkspace, newSid, nextPhone } from "@/db/testing/factories";
import { Forbidden, NotFound } from "../errors";
import { getPhoneLines } from "./queries";
import { addRingPhone, listRingPhones, moveRingPhone, removeRingPhone } from "./ring-phones";
import { forwardingLamp, forwardingNow } from "./setup";
import { attestForwarding, startForwardingTest } from "./setup-forwarding";
import { changeBusinessLine, changeLine } from "./setup-line";
import { attestRegistration, withdrawRegistration } from "./setup-registration";
import { recordForwardedCall } from "./verify-forwarding";

afterAll(closeDatabase);

const BUSINESS = "+15035550199";

async function unproven() {
  const made = await makeWorkspace({
    number: { forwarding: "not_started", forwardingProvedAt: null, lastForwardedAt: null, businessLineE164: BUSINESS },
  });
  return { ...made, which: { workspaceId: made.workspaceId, userId: made.ownerId, numberId: made.numberId } };
}
type Made = Awaited<ReturnType<typeof unproven>>;

async function numberOf({ workspaceId, numberId }: Made) {
  const rows = await withWorkspace(workspaceId, (tx) => tx.select().from(numbers).where(eq(numbers.id, numberId)));
  const [row] = rows;
  if (!row) throw new Error("The number is gone");
  return row;
}

/** A call as the core takes it in: its row, then what it says about forwarding. */
async function arrive(made: Made, call: { forwardedFrom?: string; from?: string; now?: Date } = {}) {
  const { workspaceId, numberId } = made;
  const { forwardedFrom = null, from = nextPhone(), now = new Date() } = call;
  const number = await numberOf(made);
  return withWorkspace(workspaceId, async (tx) => {
    const [row] = await tx
      .insert(calls)
      .values({
        workspaceId,
        numberId,
        providerSid: newSid("CA"),
        callerE164: from,
        callerKind: "phone",
        route: "miss",
      })
      .returning({ id: calls.id });
    const callId = row?.id ?? "";
    return { callId, said: await recordForwardedCall({ tx, number, callId, from, forwardedFrom, now }) };
  });
}

const later = (days: number) => new Date(Date.now() + days * 86_400_000);

describe("forwarding", () => {
  it("is verified by a ForwardedFrom of the business line, in any spelling, test or not", async () => {
    for (const spelling of [BUSINESS, "15035550199", "5035550199"]) {
      const made = await unproven();
      const { callId, said } = await arrive(made, { forwardedFrom: spelling });
      expect(said).toBe("proved");
      expect(await numberOf(made)).toMatchObject({ forwarding: "verified", forwardingCallId: callId });
    }
  });

  it("is seen, and not verified, by another call while the test is awaited", async () => {
    const made = await unproven();
    expect(await startForwardingTest(made.which)).toEqual({ ok: true });
    expect(forwardingLamp(await numberOf(made), new Date())).toBe("listening");
    const { callId, said } = await arrive(made);
    expect(said).toBe("seen");
    expect(await numberOf(made)).toMatchObject({ forwarding: "seen", forwardingCallId: callId });
    expect(await attestForwarding(made.which)).toEqual({ ok: true });
    expect(await numberOf(made)).toMatchObject({ forwarding: "verified", forwardingAttestedBy: made.ownerId });
    const { lines } = await getPhoneLines(made.workspaceId, made.ownerId);
    expect(lines[0]).toMatchObject({
      attestedByName: "Dana Whitfield",
      forwardingCall: { startedAt: expect.any(Date) },
    });
  });

  it("takes a proof over what was only seen", async () => {
    const made = await unproven();
    await startForwardingTest(made.which);
    await arrive(made);
    expect((await arrive(made, { forwardedFrom: BUSINESS })).said).toBe("proved");
    expect(await numberOf(made)).toMatchObject({ forwarding: "verified", forwardingAttestedBy: null });
  });

  it("says nothing without a test, after its time, for its own call and in direct mode", async () => {
    const made = await unproven();
    expect((await arrive(made)).said).toBe("nothing");
    await startForwardingTest(made.which);
    expect((await arrive(made, { from: made.e164 })).said).toBe("nothing");
    expect((await arrive(made, { now: later(1) })).said).toBe("nothing");
    expect(forwardingNow(await numberOf(made), later(1))).toBe("failed");
    await changeLine({ ...made.which, change: { mode: "direct" } });
    expect((await arrive(made, { forwardedFrom: BUSINESS })).said).toBe("nothing");
    expect(await startForwardingTest(made.which)).toMatchObject({ ok: false });
  });

  it("is not attested before a call was seen", async () => {
    const made = await unproven();
    expect(await attestForwarding(made.which)).toMatchObject({ ok: false });
    await startForwardingTest(made.which);
    expect(await attestForwarding(made.which)).toMatchObject({ ok: false });
  });

  it("goes stale after fourteen days and is fresh again with the next forwarded call", async () => {
    const made = await unproven();
    await arrive(made, { forwardedFrom: BUSINESS });
    expect(forwardingNow(await numberOf(made), later(15))).toBe("stale");
    await arrive(made, { forwardedFrom: BUSINESS, now: later(15) });
    expect(forwardingNow(await numberOf(made), later(16))).toBe("verified");
  });

  it("that was attested stays fresh by calls without ForwardedFrom", async () => {
    const made = await unproven();
    await startForwardingTest(made.which);
    await arrive(made);
    await attestForwarding(made.which);
    await arrive(made, { now: later(15) });
    expect(forwardingNow(await numberOf(made), later(16))).toBe("verified");
  });

  it("stays verified while it is checked again, and starts from nothing after a check that failed", async () => {
    const made = await unproven();
    await arrive(made, { forwardedFrom: BUSINESS });
    await startForwardingTest(made.which);
    expect(await numberOf(made)).toMatchObject({ forwarding: "verified" });
    await withWorkspace(made.workspaceId, (tx) =>
      tx
        .update(numbers)
        .set({ forwardingTestUntil: new Date(0) })
        .where(eq(numbers.id, made.numberId)),
    );
    await startForwardingTest(made.which);
    expect(await numberOf(made)).toMatchObject({ forwarding: "waiting", forwardingCallId: null });
  });

  it("has to be proven anew for another business line", async () => {
    const made = await unproven();
    await arrive(made, { forwardedFrom: BUSINESS });
    expect(await changeBusinessLine({ ...made.which, phone: "(503) 555-0199" })).toEqual({ ok: true });
    expect(await numberOf(made)).toMatchObject({ forwarding: "verified" });
    await changeBusinessLine({ ...made.which, phone: "(503) 555-0198" });
    expect(await numberOf(made)).toMatchObject({ forwarding: "not_started", forwardingProvedAt: null });
  });
});

describe("phones to ring", () => {
  const order = ({ workspaceId, numberId }: Made) =>
    withWorkspace(workspaceId, async (tx) => (await listRingPhones(tx, workspaceId, numberId)).map((p) => p.label));
  const add = async (made: Made, label: string, phone = nextPhone()) => {
    const added = await addRingPhone({ ...made.which, phone, label });
    if (!added.ok) throw new Error(added.words);
    return added.phoneId;
  };

  it("are added, moved and removed in order", async () => {
    const made = await unproven();
    await add(made, "a");
    const b = await add(made, "b");
    const c = await add(made, "c");
    await moveRingPhone({ ...made.which, phoneId: c, direction: "up" });
    expect(await order(made)).toEqual(["a", "c", "b"]);
    await moveRingPhone({ ...made.which, phoneId: b, direction: "down" });
    await removeRingPhone({ ...made.which, phoneId: c });
    expect(await order(made)).toEqual(["a", "b"]);
  });

  it("refuse the business line, the own number and an eleventh, also when added at once", async () => {
    const made = await unproven();
    expect(await addRingPhone({ ...made.which, phone: BUSINESS, label: "x" })).toMatchObject({ ok: false });
    expect(await addRingPhone({ ...made.which, phone: made.e164, label: "x" })).toMatchObject({ ok: false });
    expect(await addRingPhone({ ...made.which, phone: "12", label: "x" })).toMatchObject({ ok: false });
    const many = Array.from({ length: 12 }, () => addRingPhone({ ...made.which, phone: nextPhone(), label: "x" }));
    expect((await Promise.all(many)).filter(({ ok }) => ok)).toHaveLength(10);
  });
});

it("records who attested the registration, and takes it back", async () => {
  const made = await unproven();
  const settings = async () => {
    const [row] = await withWorkspace(made.workspaceId, (tx) => tx.select().from(recoverySettings));
    return row;
  };
  await allowOwners({ ownersMayAttest: true });
  await attestRegistration(made.which);
  expect(await settings()).toMatchObject({ registration: "approved", registrationAttestedBy: made.ownerId });
  await withdrawRegistration(made.which);
  expect(await settings()).toMatchObject({ registration: "not_started", registrationAttestedBy: null });
});

it("refuses members and finds nothing of another workspace", async () => {
  const made = await unproven();
  const them = await makeWorkspace();
  const asMember = { ...made.which, userId: await addMember(made.workspaceId) };
  const asOther = { workspaceId: them.workspaceId, userId: them.ownerId, numberId: made.numberId };
  const change = { mode: "direct" } as const;
  for (const [who, why] of [
    [asMember, Forbidden],
    [asOther, NotFound],
  ] as const) {
    await expect(startForwardingTest(who)).rejects.toThrow(why);
    await expect(attestForwarding(who)).rejects.toThrow(why);
    await expect(changeLine({ ...who, change })).rejects.toThrow(why);
    await expect(changeBusinessLine({ ...who, phone: nextPhone() })).rejects.toThrow(why);
    await expect(addRingPhone({ ...who, phone: nextPhone(), label: "x" })).rejects.toThrow(why);
    await expect(removeRingPhone({ ...who, phoneId: randomUUID() })).rejects.toThrow(why);
  }
  await expect(attestRegistration(asMember)).rejects.toThrow(Forbidden);
  expect(await numberOf(made)).toMatchObject({ mode: "forwarding", forwarding: "not_started" });
});
