import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Carrier } from "@/carrier/create-carrier";
import { sweeps } from "@/db/schema/system";
import { asSystem, closeDatabase, lookUp, withWorkspace } from "@/db/tenant";
import { newSid, nextPhone } from "@/db/testing/factories";
import { skipTime } from "@/db/testing/skip-time";
import { decideDueCalls } from "@/lib/recovery/decide-due";
import { recordSweptCall } from "@/lib/recovery/intake/record-swept-call";
import { readEnd, readStory } from "@/lib/recovery/testing/read-story";
import { phoneCall, post } from "@/lib/recovery/testing/webhooks";
import { sweep } from "./sweep";
import { makeConnected, startCarrier, until } from "./testing/start-carrier";

let carrier: Carrier;
beforeAll(async () => {
  carrier = await startCarrier();
});
afterAll(async () => {
  await closeDatabase();
  await carrier.close();
});

let skipped = 0;
async function skip(seconds: number) {
  skipped += seconds;
  await skipTime(seconds);
}
afterEach(async () => {
  await skipTime(-skipped);
  skipped = 0;
});

/** Rings a number, waits for the end, and says which call it was. */
async function ring(to: string, from: string) {
  const { id } = carrier.placeCall({ from, to });
  await until(() => carrier.call(id).state === "ended" && carrier.health().liveCalls === 0);
  const [started] = carrier.ledger({ kinds: ["call_started"] }).filter((entry) => entry.from === from);
  return started;
}

const TEXTED = { calls: [{ state: "missed" }], recoveries: [{ state: "texting" }], texts: [{ status: "queued" }] };

describe("the sweeper", () => {
  it("decides a call none of whose webhooks came, once, however many sweep", async () => {
    const workspace = await makeConnected();
    const from = nextPhone();
    await ring(workspace.e164, from);
    expect((await readStory(workspace)).calls).toEqual([]);
    await Promise.all([sweep(), sweep()]);
    await sweep();
    const { calls, leads } = await readStory(workspace);
    expect(calls).toMatchObject([{ callerE164: from, providerSid: expect.stringMatching(/^CA/) }]);
    expect(leads).toMatchObject([{ callerE164: from, callCount: 1 }]);
    expect(await readEnd(workspace)).toMatchObject(TEXTED);
  });

  it("finishes a call whose first webhook came and whose others did not", async () => {
    const workspace = await makeConnected();
    const from = nextPhone();
    await ring(workspace.e164, from);
    const [, sid] = /(CA[0-9a-f]{32})/.exec(JSON.stringify(carrier.ledger({ kinds: ["call_ended"] }).at(-1))) ?? [];
    await post(phoneCall(workspace.e164, { from, sid: sid ?? "" }).incoming());
    expect((await readStory(workspace)).recoveries).toEqual([]);
    await sweep();
    expect(await readEnd(workspace)).toMatchObject(TEXTED);
  });

  it("does not take a call it finds late for a second leg of one that came after", async () => {
    const workspace = await makeConnected();
    const from = nextPhone();
    await ring(workspace.e164, from);
    await skip(20);
    const later = phoneCall(workspace.e164, { from });
    await post(later.incoming());
    await sweep();
    await post(later.notice());
    const { recoveries, messages } = await readStory(workspace);
    expect(recoveries.map(({ reason }) => reason)).not.toContain("already_processed");
    expect({ decided: recoveries.length, texts: messages.length }).toEqual({ decided: 2, texts: 1 });
  });

  it("decides a call whose first webhook comes while two sweepers have it, at once", async () => {
    for (let round = 0; round < 5; round++) {
      const workspace = await makeConnected();
      const call = phoneCall(workspace.e164);
      const { sid, from } = call;
      const place = { sid, from, to: workspace.e164, forwardedFrom: null };
      const times = { startedAt: new Date(Date.now() - 20_000), endedAt: new Date(Date.now() - 5_000) };
      const swept = { ...place, ...times, state: "completed" as const };
      await Promise.all([recordSweptCall(swept), post(call.incoming()), recordSweptCall(swept)]);
      expect(await readEnd(workspace)).toMatchObject(TEXTED);
    }
  });

  it("texts nobody for a call that ended more than ten minutes ago", async () => {
    const workspace = await makeConnected();
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    const swept = { to: workspace.e164, forwardedFrom: null, state: "completed" as const };
    await recordSweptCall({ ...swept, sid: newSid("CA"), from: nextPhone(), startedAt: ago(12), endedAt: ago(11) });
    const hungUp = phoneCall(workspace.e164);
    await post(hungUp.incoming());
    await post(hungUp.status());
    await skip(604);
    await decideDueCalls();
    expect((await readStory(workspace)).recoveries.map(({ reason }) => reason)).toEqual(["too_late", "too_late"]);
  });

  it("takes in a text whose webhook was lost, once", async () => {
    const workspace = await makeConnected();
    carrier.sendText({ from: nextPhone(), to: workspace.e164, body: "Is anybody there?" });
    await sweep();
    expect((await readStory(workspace)).messages).toEqual([]);
    await skip(61);
    await Promise.all([sweep(), sweep()]);
    await sweep();
    const { messages, leads } = await readStory(workspace);
    expect(messages).toMatchObject([{ body: "Is anybody there?", status: "received" }]);
    expect(leads).toHaveLength(1);
  });

  it("goes on to the next call when one cannot be taken in", async () => {
    const [broken, whole] = [await makeConnected(), await makeConnected()];
    await withWorkspace(broken.workspaceId, (tx) =>
      tx.execute(sql`delete from recovery_settings where workspace_id = ${broken.workspaceId}`),
    );
    await ring(broken.e164, nextPhone());
    await ring(whole.e164, nextPhone());
    await sweep();
    expect((await readStory(whole)).recoveries).toHaveLength(1);
  });

  it("remembers how far it has read, and not when the carrier did not answer", async () => {
    const [before] = await asSystem((tx) => tx.select().from(sweeps).where(sql`name = 'calls'`));
    carrier.setFaults({ requests: [{ operation: "call_list", effect: "error_before" }] });
    await sweep();
    const [refused] = await asSystem((tx) => tx.select().from(sweeps).where(sql`name = 'calls'`));
    expect(refused).toEqual(before);
    carrier.setFaults({ webhooks: [{ effect: "drop" }] });
    await sweep();
    const [after] = await lookUp<{ later: boolean }>(
      sql`select read_until > ${before?.readUntil.toISOString() ?? ""}::timestamptz as later from sweeps where name = 'calls'`,
    );
    expect(after?.later).toBe(true);
  });
});
