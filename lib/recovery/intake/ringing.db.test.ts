import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/tenant";
import { makeWorkspace, newSid, nextPhone } from "@/db/testing/factories";
import { skipTime } from "@/db/testing/skip-time";
import { decideDueCalls } from "../decide-due";
import { addPhones, readEnd, readStory } from "../testing/read-story";
import { phoneCall, post, type Webhook } from "../testing/webhooks";

afterAll(closeDatabase);

const direct = { mode: "direct", forwarding: "not_started" } as const;

async function ringingLine(count = 1, more: { screening?: "off" } = {}) {
  const workspace = await makeWorkspace({ number: { ...direct, ...more } });
  const phones = await addPhones(workspace, count);
  return { ...workspace, phones, call: phoneCall(workspace.e164) };
}

async function postInTurn(...webhooks: Webhook[]) {
  for (const webhook of webhooks) await post(webhook);
}

async function afterTheWait() {
  await skipTime(3.1);
  await decideDueCalls();
}

describe("a direct line", () => {
  it("rings its phones, tells the caller they were missed and texts them once", async () => {
    const { call, phones, ...workspace } = await ringingLine(2);
    const { twiml } = await post(call.incoming());
    for (const phone of phones) expect(twiml).toContain(`${phone}</Number>`);
    const notice = await post(call.dialed({ status: "no-answer" }));
    expect(notice.twiml).toContain("Press 9");
    await postInTurn(call.notice(), call.status());
    expect(await readEnd(workspace)).toMatchObject({
      calls: [{ state: "missed", route: "ring" }],
      recoveries: [{ state: "texting" }],
      texts: [{ status: "queued" }],
    });
  });

  it("counts voicemail that picks up as a miss", async () => {
    const { call, phones, ...workspace } = await ringingLine();
    const leg = newSid("CA");
    await postInTurn(call.incoming(), call.leg(leg, phones[0], "in-progress"));
    const screen = await post(call.screen(leg, phones[0]));
    expect(screen.twiml).toContain("<Gather");
    await postInTurn(
      call.leg(leg, phones[0], "completed"),
      call.dialed({ status: "completed", bridged: false, leg }),
      call.notice(),
      call.status(),
    );
    expect(await readEnd(workspace)).toMatchObject({ calls: [{ state: "missed" }], texts: [{ status: "queued" }] });
  });

  it("texts a caller who gives up while it rings, with or without the dial's action", async () => {
    for (const last of [[], [{ status: "canceled" }]]) {
      const { call, phones: _, ...workspace } = await ringingLine();
      await postInTurn(call.incoming(), call.status("no-answer"), ...last.map((dial) => call.dialed(dial)));
      expect(await readEnd(workspace)).toMatchObject({
        calls: [{ state: "missed" }],
        recoveries: [{ state: "texting" }],
      });
    }
  });

  it("lets one phone take the call when two press 1 at the same moment", async () => {
    const { call, phones, ...workspace } = await ringingLine(2);
    await post(call.incoming());
    const legs = phones.map((phone) => call.pressed(newSid("CA"), phone));
    const answers = await Promise.all([...legs, ...legs].map(post));
    expect(answers.map(({ twiml }) => twiml.includes("<Hangup/>")).filter(Boolean)).toHaveLength(2);
    const { calls, legs: kept } = await readStory(workspace);
    expect(calls).toMatchObject([{ state: "in_progress" }]);
    expect(kept.filter(({ acceptedAt }) => acceptedAt !== null)).toHaveLength(1);
  });

  it("does not take another key for a 1", async () => {
    const { call, phones, ...workspace } = await ringingLine();
    await post(call.incoming());
    expect((await post(call.pressed(newSid("CA"), phones[0], "2"))).twiml).toContain("<Hangup/>");
    expect((await readStory(workspace)).calls).toMatchObject([{ acceptedAt: null }]);
  });

  it.each([
    ["dial first", false],
    ["status first", true],
  ])("ends an accepted call as the dial's action says, %s", async (_, statusFirst) => {
    for (const bridged of [true, false]) {
      const { call, phones, ...workspace } = await ringingLine();
      const leg = newSid("CA");
      const ends = [call.dialed({ status: "completed", bridged, leg }), call.status()];
      await postInTurn(call.incoming(), call.pressed(leg, phones[0]), ...(statusFirst ? ends.reverse() : ends));
      await afterTheWait();
      const end = await readEnd(workspace);
      expect(end.calls).toMatchObject([{ state: bridged ? "answered" : "missed" }]);
      expect(end.recoveries).toHaveLength(bridged ? 0 : 1);
    }
  });

  it("counts an accepted call as answered when the dial's action is lost", async () => {
    const { call, phones, ...workspace } = await ringingLine();
    await postInTurn(call.incoming(), call.pressed(newSid("CA"), phones[0]), call.status());
    await afterTheWait();
    expect(await readEnd(workspace)).toMatchObject({ calls: [{ state: "answered" }], recoveries: [], leads: [] });
  });

  it("joins an answered call to the lead of a known caller, and recovers nothing", async () => {
    const { call, phones, ...workspace } = await ringingLine();
    await postInTurn(call.incoming(), call.status("no-answer"));
    const again = phoneCall(workspace.e164, { from: call.from });
    const leg = newSid("CA");
    await postInTurn(again.incoming(), again.pressed(leg, phones[0]));
    await postInTurn(again.dialed({ status: "completed", bridged: true, leg }), again.status());
    const { calls, leads, recoveries } = await readStory(workspace);
    expect(leads).toMatchObject([{ callCount: 2 }]);
    expect(calls.map(({ leadId }) => leadId)).toEqual([leads[0]?.id, leads[0]?.id]);
    expect(recoveries).toHaveLength(1);
  });

  it("without phones says so and texts nobody", async () => {
    const workspace = await makeWorkspace({ number: direct });
    await post(phoneCall(workspace.e164).incoming());
    expect(await readEnd(workspace)).toMatchObject({
      recoveries: [{ state: "skipped", reason: "setup_incomplete" }],
      leads: [{ callCount: 1 }],
    });
  });

  it.each([
    ["skipped", "answered_by_voicemail", false],
    ["texting", null, true],
  ] as const)("unscreened, tells a voicemail from a person: %s, by the setting", async (state, reason, textThem) => {
    const workspace = await makeWorkspace({
      number: { ...direct, screening: "off" },
      settings: { textVoicemailCalls: textThem },
    });
    await addPhones(workspace, 1);
    const call = phoneCall(workspace.e164);
    const leg = newSid("CA");
    expect((await post(call.incoming())).twiml).toContain('machineDetection="Enable"');
    await postInTurn(call.detected(leg, "machine_start"), call.dialed({ status: "completed", bridged: true, leg }));
    expect(await readEnd(workspace)).toMatchObject({
      calls: [{ state: "voicemail" }],
      recoveries: [{ state, reason }],
    });
    const second = phoneCall(workspace.e164);
    await post(second.incoming());
    await postInTurn(second.detected(leg, "human"), second.dialed({ status: "completed", bridged: true, leg }));
    expect((await readStory(workspace)).calls.map((row) => row.state)).toContain("answered");
  });

  it("that never rang, because the first webhook was lost, missed the call even unscreened", async () => {
    const { call, phones: _, ...workspace } = await ringingLine(1, { screening: "off" });
    await post(call.status());
    expect(await readEnd(workspace)).toMatchObject({ calls: [{ state: "missed" }], texts: [{ status: "queued" }] });
  });
});

describe("the loop guard", () => {
  it("turns away our own number, whether or not a call is ringing", async () => {
    const { call, phones: _, ...workspace } = await ringingLine();
    expect((await post(phoneCall(workspace.e164, { from: workspace.e164 }).incoming())).twiml).toContain("<Reject");
    await post(call.incoming());
    expect((await post(phoneCall(workspace.e164, { from: workspace.e164 }).incoming())).twiml).toContain("<Reject");
    const { recoveries, leads, messages } = await readStory(workspace);
    expect(recoveries.map(({ reason }) => reason).toSorted()).toEqual(["already_processed", "own_number"]);
    expect({ leads, messages }).toEqual({ leads: [], messages: [] });
  });

  it("turns away the same caller's second leg while the first still rings, and touches no lead", async () => {
    const { call, phones: _, ...workspace } = await ringingLine();
    await postInTurn(call.incoming());
    const second = phoneCall(workspace.e164, { from: call.from });
    expect((await post(second.incoming())).twiml).toContain('reason="busy"');
    await postInTurn(second.status("busy"), call.status("no-answer"));
    const { recoveries, leads, messages } = await readStory(workspace);
    expect(recoveries.map(({ state, reason }) => [state, reason]).toSorted()).toEqual([
      ["skipped", "already_processed"],
      ["texting", null],
    ]);
    expect({ leads: leads.map(({ callCount }) => callCount), texts: messages.length }).toEqual({
      leads: [1],
      texts: 1,
    });
  });
});

describe("calling back the number that texted them", () => {
  it("rings the phones, unless the call was forwarded from the business line", async () => {
    const line = nextPhone();
    const workspace = await makeWorkspace({ number: { businessLineE164: line }, settings: { noticeOn: false } });
    const [phone] = await addPhones(workspace, 1);
    const first = phoneCall(workspace.e164);
    expect((await post(first.incoming())).twiml).not.toContain(phone);
    const forwarded = phoneCall(workspace.e164, { from: first.from, forwardedFrom: line });
    expect((await post(forwarded.incoming())).twiml).not.toContain(phone);
    expect((await post(phoneCall(workspace.e164, { from: first.from }).incoming())).twiml).toContain(phone);
    expect((await post(phoneCall(workspace.e164).incoming())).twiml).not.toContain(phone);
  });
});
