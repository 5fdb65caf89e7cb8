import { eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { calls, recoveries } from "@/db/schema/calls";
import { strayWebhooks } from "@/db/schema/phone";
import { asSystem, closeDatabase, lookUp, withWorkspace } from "@/db/tenant";
import { makeWorkspace, nextPhone } from "@/db/testing/factories";
import { skipTime } from "@/db/testing/skip-time";
import { decideDueCalls } from "../decide-due";
import { readEnd, readStory } from "../testing/read-story";
import { type PhoneCall, phoneCall, post, signed, type Webhook } from "../testing/webhooks";
import { receiveVoice } from "./receive-voice";

afterAll(closeDatabase);

const TEXTED = {
  calls: [{ state: "missed", route: "miss" }],
  recoveries: [{ state: "texting", reason: null }],
  texts: [{ status: "queued", purpose: "text_back" }],
  leads: [{ callCount: 1, stage: "new" }],
  optOuts: 0,
};
const DECLINED = {
  ...TEXTED,
  recoveries: [{ state: "skipped", reason: "declined_by_voice" }],
  texts: [],
  optOuts: 1,
};

/** Posts each as often as said, two at a time. */
async function postAll(webhooks: Webhook[], times: number) {
  const answers = [];
  for (const webhook of webhooks) {
    for (let sent = 0; sent < times; sent += 2) {
      const pair = Array.from({ length: Math.min(2, times - sent) }, () => post(webhook));
      answers.push(...(await Promise.all(pair)));
    }
  }
  return answers;
}

async function afterTheWait() {
  await skipTime(3.1);
  await decideDueCalls();
}

describe("a forwarded call", () => {
  const stories: [what: string, webhooks: (call: PhoneCall) => Webhook[], end: object][] = [
    ["heard to the end", (call) => [call.incoming(), call.notice(), call.status()], TEXTED],
    ["whose status overtakes the notice", (call) => [call.incoming(), call.status(), call.notice()], TEXTED],
    ["whose caller hangs up in the notice", (call) => [call.incoming(), call.status()], TEXTED],
    ["whose status is lost", (call) => [call.incoming(), call.notice()], TEXTED],
    ["whose first webhook is lost", (call) => [call.status()], TEXTED],
    ["whose first webhook comes last", (call) => [call.status(), call.notice(), call.incoming()], TEXTED],
    ["whose first webhook failed", (call) => [call.fallback(), call.notice(), call.status()], TEXTED],
    ["with a 9", (call) => [call.incoming(), call.notice("9"), call.status()], DECLINED],
    ["with a 9 after the status", (call) => [call.incoming(), call.status(), call.notice("9")], DECLINED],
    ["with another key", (call) => [call.incoming(), call.notice("5"), call.status()], TEXTED],
  ];

  it.each(stories)("%s ends the same, its webhooks sent one to five times", async (_, webhooks, end) => {
    for (const times of [1, 5]) {
      const workspace = await makeWorkspace();
      const list = webhooks(phoneCall(workspace.e164));
      const answers = await postAll(list, times);
      await afterTheWait();
      expect(await readEnd(workspace)).toEqual(end);
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
      expect(new Set(answers.map(({ twiml }) => twiml)).size).toBeLessThanOrEqual(list.length);
      for (let one = 0; one < answers.length; one += times) {
        expect(new Set(answers.slice(one, one + times).map(({ twiml }) => twiml)).size).toBe(1);
      }
    }
  });

  it("answers every webhook with its first answer when three copies of each come at once, before the call is known", async () => {
    const workspace = await makeWorkspace();
    const call = phoneCall(workspace.e164);
    const copies = [call.incoming(), call.notice(), call.status()].flatMap((webhook) => [webhook, webhook, webhook]);
    const answers = await Promise.all(copies.map(post));
    await afterTheWait();
    expect(answers.map(({ status }) => status)).toEqual(copies.map(() => 200));
    for (const one of [0, 3, 6]) {
      expect(new Set(answers.slice(one, one + 3).map(({ twiml }) => twiml)).size).toBe(1);
    }
    const { webhooks, recoveries: decided, messages } = await readStory(workspace);
    expect({ kept: webhooks.length, decided: decided.length, texts: messages.length }).toEqual({
      kept: 3,
      decided: 1,
      texts: 1,
    });
  });

  it("is decided by the status alone only after three seconds, which a 9 may use", async () => {
    const workspace = await makeWorkspace();
    const call = phoneCall(workspace.e164);
    await postAll([call.incoming(), call.status()], 1);
    await decideDueCalls();
    expect((await readStory(workspace)).recoveries).toEqual([]);
    await afterTheWait();
    expect((await readStory(workspace)).recoveries).toMatchObject([{ state: "texting" }]);
  });

  it("is too old for a text when its status is told eleven minutes late, however short the wait after that", async () => {
    const workspace = await makeWorkspace();
    const call = phoneCall(workspace.e164);
    await post(call.incoming());
    const hungUp = new Date();
    await skipTime(660);
    // The carrier's clock is the real one: it knows nothing of the time that was skipped.
    await post(call.status("completed", new Date(hungUp.getTime() + 2_000 - 660_000)));
    await afterTheWait();
    expect((await readStory(workspace)).recoveries).toMatchObject([{ state: "skipped", reason: "too_late" }]);
  });

  it("takes the text back for a 9 that comes after the decision, and gives back what it counted", async () => {
    const workspace = await makeWorkspace();
    const call = phoneCall(workspace.e164);
    await postAll([call.incoming(), call.status()], 1);
    await afterTheWait();
    await post(call.notice("9"));
    const { recoveries: decided, messages, slots, counters, counted, optOuts } = await readStory(workspace);
    expect(decided).toMatchObject([{ state: "skipped", reason: "declined_by_voice" }]);
    expect(messages).toMatchObject([{ status: "failed", requests: 0 }]);
    expect(slots).toMatchObject([{ pendingMessageId: null, lastOpeningAt: null }]);
    expect(counters.map(({ amount }) => amount)).toEqual([0, 0, 0, 0]);
    expect({ counted, optOuts: optOuts.length }).toEqual({ counted: [], optOuts: 1 });
  });

  it("hears a 9 although a silence of the same notice was heard before", async () => {
    const workspace = await makeWorkspace();
    const call = phoneCall(workspace.e164);
    await postAll([call.incoming(), call.notice(), call.notice("9")], 1);
    expect((await readStory(workspace)).optOuts).toHaveLength(1);
  });

  it("is texted at once where there is no notice, and hears nothing", async () => {
    const workspace = await makeWorkspace({ settings: { noticeOn: false } });
    const { twiml } = await post(phoneCall(workspace.e164).incoming());
    expect(twiml).toContain("<Hangup/>");
    expect(twiml).not.toContain("<Say>");
    expect(await readEnd(workspace)).toEqual(TEXTED);
  });

  it("promises no text to somebody who will not get one", async () => {
    const workspace = await makeWorkspace({ settings: { textBackOn: false } });
    const { twiml } = await post(phoneCall(workspace.e164).incoming());
    expect(twiml).not.toContain("texting");
    expect((await readStory(workspace)).recoveries).toMatchObject([{ reason: "text_back_off" }]);
  });

  it("that proves the forwarding is the first to be texted for it", async () => {
    const line = nextPhone();
    const number = { forwarding: "not_started", forwardingProvedAt: null, businessLineE164: line } as const;
    const workspace = await makeWorkspace({ number, settings: { noticeOn: false } });
    await post(phoneCall(workspace.e164).incoming());
    await post(phoneCall(workspace.e164, { forwardedFrom: line }).incoming());
    const { recoveries: decided } = await readStory(workspace);
    expect(decided.map(({ reason }) => reason).toSorted()).toEqual(["forwarding_unverified", null]);
  });

  it("stores facts, trace and consent as the objects they are", async () => {
    const workspace = await makeWorkspace();
    const call = phoneCall(workspace.e164);
    await postAll([call.incoming(), call.notice()], 1);
    const [row] = await withWorkspace(workspace.workspaceId, (tx) =>
      tx
        .select({ facts: sql`jsonb_typeof(${recoveries.facts})`, trace: sql`jsonb_typeof(${recoveries.trace})` })
        .from(recoveries)
        .where(eq(recoveries.workspaceId, workspace.workspaceId)),
    );
    expect(row).toEqual({ facts: "object", trace: "array" });
    expect((await readStory(workspace)).consents).toMatchObject([{ basis: "notice_played", noticeVersion: 1 }]);
  });
});

describe("a webhook", () => {
  it("with a wrong signature is refused, and nothing is recorded", async () => {
    const workspace = await makeWorkspace();
    const webhook = phoneCall(workspace.e164).incoming();
    const forged = [
      signed(webhook, "another token"),
      new Request(signed(webhook), { headers: { "x-twilio-signature": "" } }),
    ];
    for (const request of forged) expect((await receiveVoice("incoming", request)).status).toBe(403);
    const { calls: made, webhooks } = await readStory(workspace);
    expect({ made, webhooks }).toEqual({ made: [], webhooks: [] });
  });

  it("for a number of nobody's is answered and kept for the operator, nothing else", async () => {
    const call = phoneCall(nextPhone());
    expect(await post(call.incoming())).toMatchObject({ status: 200, twiml: expect.stringContaining("<Hangup/>") });
    const strays = await asSystem((tx) => tx.select().from(strayWebhooks));
    expect(strays).toMatchObject([{ kind: "voice.incoming", params: { CallSid: call.sid } }]);
    expect(await lookUp(sql`select * from call_by_sid(${call.sid})`)).toEqual([]);
  });

  it("that nobody can read is kept and answered in a way fit for a caller", async () => {
    const workspace = await makeWorkspace();
    const call = phoneCall(workspace.e164);
    const answer = await post({ ...call.incoming(), params: { ...call.incoming().params, CallStatus: "levitating" } });
    expect(answer).toMatchObject({ status: 200, twiml: expect.stringContaining("<Response>") });
    const strays = await asSystem((tx) => tx.select().from(strayWebhooks));
    expect(strays.some(({ why }) => why.includes("levitating"))).toBe(true);
  });

  it("finds nothing of another workspace: a call's sid belongs to the number it came in on", async () => {
    const [one, other] = [await makeWorkspace(), await makeWorkspace()];
    const call = phoneCall(one.e164);
    await post(call.incoming());
    await post(phoneCall(other.e164, { sid: call.sid, from: call.from }).notice("9"));
    expect((await readStory(one)).optOuts).toEqual([]);
    const rows = await withWorkspace(other.workspaceId, (tx) => tx.select().from(calls));
    expect(rows.every(({ workspaceId }) => workspaceId === other.workspaceId)).toBe(true);
  });
});
