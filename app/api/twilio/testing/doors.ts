import { readdirSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { messages } from "@/db/schema/leads";
import { withWorkspace } from "@/db/tenant";
import { makeWorkspace, newSid, nextPhone } from "@/db/testing/factories";
import { addPhones } from "@/lib/recovery/testing/read-story";
import { phoneCall, post } from "@/lib/recovery/testing/webhooks";
import { webhookPaths } from "@/lib/twilio/webhook-urls";

const root = path.join(import.meta.dirname, "..");

/** A webhook as Twilio would send it, before it is signed. `ids` are what stands in the path. */
export type Genuine = { path: string; params: Record<string, string>; ids: Record<string, string> };

type Context = { params: Promise<Record<string, string>> };
export type Door = { POST: (request: Request, context: Context) => Promise<Response> };

/** Found where Next finds them, so that a door nobody thought of is one too. */
export function findDoors(): string[] {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" });
  return files.filter((file) => path.basename(file) === "route.ts").map((file) => path.dirname(file));
}

export async function openDoor(door: string): Promise<Door> {
  return import(/* @vite-ignore */ path.join(root, door, "route.ts"));
}

type Scene = { forwarding: string; direct: string; phone: string; workspaceId: string };

/** A line that is forwarded to and one that rings a phone. */
export async function makeScene(): Promise<Scene> {
  const forwarded = await makeWorkspace();
  const ringing = await makeWorkspace({ number: { mode: "direct" } });
  const [phone] = await addPhones(ringing, 1);
  return { forwarding: forwarded.e164, direct: ringing.e164, phone, workspaceId: forwarded.workspaceId };
}

const text = (to: string, words = "Is 4 pm still fine?") => ({
  ...{ MessageSid: newSid("SM"), From: nextPhone(), To: to, Body: words, NumMedia: "0", NumSegments: "1" },
});

/** For every door a webhook that changes rows once it is believed. Whatever has to happen before it has happened. */
export const GENUINE: Readonly<Record<string, (scene: Scene) => Promise<Genuine>>> = {
  "voice/incoming": async (scene) => plain(phoneCall(scene.forwarding).incoming()),
  "voice/fallback": async (scene) => plain(phoneCall(scene.forwarding).fallback()),
  "voice/notice": async (scene) => plain((await ringing(scene.forwarding)).notice("9")),
  "voice/status": async (scene) => plain((await ringing(scene.forwarding)).status()),
  "voice/dialed": async (scene) => plain((await ringing(scene.direct)).dialed({ status: "no-answer" })),
  "voice/screen/[callSid]": async (scene) => plain((await ringing(scene.direct)).screen(newSid("CA"), scene.phone)),
  "voice/accepted/[callSid]": async (scene) => plain((await ringing(scene.direct)).pressed(newSid("CA"), scene.phone)),
  "voice/detected/[callSid]": async (scene) =>
    plain((await ringing(scene.direct)).detected(newSid("CA"), "machine_start")),
  "messages/incoming": async (scene) => ({
    ...{ path: webhookPaths.messagesIncoming, params: text(scene.forwarding, "STOP"), ids: {} },
  }),
  "messages/fallback": async (scene) => ({
    ...{ path: webhookPaths.messagesFallback, params: text(scene.forwarding), ids: {} },
  }),
  "messages/status/[messageId]": async (scene) => {
    const messageId = await queuedText(scene);
    const params = { MessageSid: newSid("SM"), MessageStatus: "delivered", From: scene.forwarding, To: nextPhone() };
    return { path: webhookPaths.messageStatus(messageId), params, ids: { messageId } };
  },
};

function plain({ path: address, params, callSid }: ReturnType<ReturnType<typeof phoneCall>["incoming"]>): Genuine {
  return { path: address, params, ids: callSid ? { callSid } : {} };
}

async function ringing(to: string) {
  const call = phoneCall(to);
  await post(call.incoming());
  return call;
}

async function queuedText({ forwarding, workspaceId }: Scene): Promise<string> {
  const call = await ringing(forwarding);
  await post(call.notice());
  const [row] = await withWorkspace(workspaceId, (tx) =>
    tx.select({ id: messages.id }).from(messages).where(eq(messages.toE164, call.from)),
  );
  if (!row) throw new Error("The missed call was to be texted");
  return row.id;
}
