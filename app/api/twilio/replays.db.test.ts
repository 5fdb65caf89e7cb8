import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { messages } from "@/db/schema/leads";
import { closeDatabase, withWorkspace } from "@/db/tenant";
import { type MadeWorkspace, makeWorkspace, newSid, nextPhone } from "@/db/testing/factories";
import { skipTime } from "@/db/testing/skip-time";
import { cleanUp } from "@/lib/jobs/clean-up";
import { decideDueCalls } from "@/lib/recovery/decide-due";
import { addPhones, readStory } from "@/lib/recovery/testing/read-story";
import { phoneCall, type Webhook } from "@/lib/recovery/testing/webhooks";
import { webhookPaths } from "@/lib/twilio/webhook-urls";
import { findDoors, type Genuine, openDoor } from "./testing/doors";
import { requestOf, sign } from "./testing/forgeries";
import { openWholeDatabase } from "./testing/whole-database";

type Step = Genuine & { door: string };
type Answer = { door: string; status: number; body: string };

let database: Awaited<ReturnType<typeof openWholeDatabase>>;

beforeAll(async () => {
  database = await openWholeDatabase(inject("postgres").superUrl);
});
afterAll(async () => {
  await database.close();
  await closeDatabase();
});
beforeEach(() => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function send({ door, ...genuine }: Step): Promise<Answer> {
  const sent = sign(genuine);
  const { POST } = await openDoor(door);
  const response = await POST(requestOf(sent), { params: Promise.resolve(sent.ids) });
  return { door, status: response.status, body: await response.text() };
}

async function sendAll(steps: readonly Step[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const step of steps) answers.push(await send(step));
  return answers;
}

function voice(webhook: Webhook): Step {
  const named: Genuine["ids"] = webhook.callSid ? { callSid: webhook.callSid } : {};
  const path = webhook.callSid ? webhook.path.replace(/[^/]+$/, "[callSid]") : webhook.path;
  return { door: path.replace("/api/twilio/", ""), path: webhook.path, params: webhook.params, ids: named };
}

function text(to: string, from: string, body: string): Step {
  const params = { MessageSid: newSid("SM"), From: from, To: to, Body: body, NumMedia: "0" };
  return { door: "messages/incoming", path: webhookPaths.messagesIncoming, params, ids: {} };
}

async function statuses({ workspaceId }: MadeWorkspace): Promise<Step[]> {
  const rows = await withWorkspace(workspaceId, (tx) => tx.select().from(messages));
  const ours = rows.filter(({ author }) => author !== "caller");
  return ours.flatMap(({ id, toE164, fromE164 }) => {
    const own = { MessageSid: newSid("SM"), From: fromE164, To: toE164 };
    return ["sent", "delivered"].map((MessageStatus) => ({
      ...{ door: "messages/status/[messageId]", path: webhookPaths.messageStatus(id), ids: { messageId: id } },
      params: { ...own, MessageStatus },
    }));
  });
}

/** Two calls, the texts that follow, and webhooks that fit nowhere: through every door, each once. */
async function live(): Promise<{ workspaces: MadeWorkspace[]; steps: Step[]; answers: Answer[] }> {
  const forwarded = await makeWorkspace();
  const direct = await makeWorkspace({ number: { mode: "direct" } });
  const [phone] = await addPhones(direct, 1);
  const missed = phoneCall(forwarded.e164);
  const refused = phoneCall(forwarded.e164);
  const failed = phoneCall(forwarded.e164);
  const rung = phoneCall(direct.e164);
  const taken = phoneCall(direct.e164);
  const [leg, other] = [newSid("CA"), newSid("CA")];
  const stray = phoneCall("+15035559999");
  const strange: Step = { ...voice(stray.status()), params: { ...stray.status().params, CallStatus: "dreaming" } };
  const steps: Step[] = [
    ...[missed.incoming(), missed.notice(), missed.status()].map(voice),
    ...[refused.incoming(), refused.notice("9"), refused.status()].map(voice),
    ...[failed.fallback(), failed.notice(), failed.status()].map(voice),
    ...[rung.incoming(), rung.leg(leg, phone, "ringing"), rung.detected(leg, "machine_start")].map(voice),
    ...[rung.dialed({ status: "no-answer", leg }), rung.notice(), rung.status()].map(voice),
    ...[taken.incoming(), taken.screen(other, phone), taken.pressed(other, phone)].map(voice),
    ...[taken.dialed({ status: "completed", bridged: true, leg: other }), taken.status()].map(voice),
    ...[stray.incoming(), stray.status()].map(voice),
    strange,
    text(forwarded.e164, missed.from, "Yes, a leak under the sink"),
    text(forwarded.e164, nextPhone(), "STOP"),
    text("+15035559999", nextPhone(), "Is this Alder?"),
    { ...text(forwarded.e164, failed.from, "4 pm"), door: "messages/fallback", path: webhookPaths.messagesFallback },
    { ...text(forwarded.e164, "", "from nobody") },
  ];
  const answers = await sendAll(steps);
  const late = [...(await statuses(forwarded)), ...(await statuses(direct))];
  answers.push(...(await sendAll(late)));
  await skipTime(4);
  await decideDueCalls();
  return { workspaces: [forwarded, direct], steps: [...steps, ...late], answers };
}

/** What a second recovery, text or lead event would show in, whatever became of the inbox. */
async function whatHappened(workspaces: readonly MadeWorkspace[]) {
  const stories = await Promise.all(workspaces.map(readStory));
  return stories.map(({ webhooks: _, ...story }) => story);
}

/** Says when the last signed webhook came, which a repeat is as well. */
const HEALTH = ["public.health_parts"];

describe("a webhook sent again", () => {
  it("at once, in any order, a day and a month later changes nothing, and is answered as it was", async () => {
    const { workspaces, steps, answers } = await live();
    expect(new Set(steps.map(({ door }) => door))).toEqual(new Set(findDoors()));
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);

    const before = await database.read(HEALTH);
    expect(await sendAll(steps)).toEqual(answers);
    expect(await sendAll(steps.toReversed())).toEqual(answers.toReversed());
    expect(await Promise.all(steps.slice(0, 12).map(send))).toEqual(answers.slice(0, 12));
    expect(await database.read(HEALTH)).toEqual(before);

    await skipTime(86_400 + 60);
    await decideDueCalls();
    const nextDay = await database.read(HEALTH);
    expect(await sendAll(steps)).toEqual(answers);
    expect(await database.read(HEALTH)).toEqual(nextDay);

    await skipTime(31 * 86_400);
    await cleanUp();
    const story = await whatHappened(workspaces);
    expect((await Promise.all(workspaces.map(readStory))).flatMap(({ webhooks }) => webhooks)).toEqual([]);
    expect((await sendAll(steps)).filter(({ status }) => status !== 200)).toEqual([]);
    await skipTime(4);
    await decideDueCalls();
    expect(await whatHappened(workspaces)).toEqual(story);
  });
});
