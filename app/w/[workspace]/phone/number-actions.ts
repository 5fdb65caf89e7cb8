"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { action, formAction } from "@/lib/action";
import type { FormState } from "@/lib/form";
import { adoptNumber, connectNumber } from "@/lib/phone/connect-number";
import { parsePhone } from "@/lib/phone/e164";
import { releaseNumber } from "@/lib/phone/release-number";
import { attestRegistration, withdrawRegistration } from "@/lib/phone/setup-registration";
import { checkWiring, repairWiring } from "@/lib/phone/wiring-check";
import * as shapes from "@/lib/shapes";
import { orNotFound } from "../or-not-found";
import { acting, actingOn, which } from "./acting";

const connect = z.object({ number: shapes.phone });

export const connectAction = formAction([shapes.slug], connect, async (slug, { number }, refuse) => {
  const who = await acting(slug);
  const phone = parsePhone(number);
  if (!phone.ok) return refuse({}, "Choose a number from the list.");
  const connected = await connectNumber({ ...who, e164: phone.e164 });
  if (!connected.ok) return refuse({}, connected.words);
  redirect(`/w/${slug}/phone?number=${connected.numberId}`);
});

const adopt = z.object({ sid: z.string().optional() });
const numberSid = z.string().regex(/^PN[0-9a-f]{32}$/i);

export const adoptAction = formAction([shapes.slug], adopt, async (slug, { sid }, refuse) => {
  const who = await acting(slug);
  const chosen = numberSid.safeParse(sid);
  if (!chosen.success) return refuse({}, "Choose one of the numbers.");
  const connected = await orNotFound(adoptNumber({ ...who, providerSid: chosen.data }));
  if (!connected.ok) return refuse({}, connected.words);
  redirect(`/w/${slug}/phone?number=${connected.numberId}`);
});

const release = z.object({ keep: shapes.tick });

export const releaseAction = formAction([which], release, async (which, { keep }, refuse) => {
  const released = await orNotFound(releaseNumber({ ...(await actingOn(which)), keepAtTwilio: keep }));
  if (!released.ok) return refuse({}, released.words);
  redirect(`/w/${which.slug}/phone`);
});

export const checkWiringAction = action([which], async (which): Promise<FormState> => {
  const { workspaceId, numberId } = await actingOn(which);
  const checked = await orNotFound(checkWiring({ workspaceId, numberId }));
  if (!checked.ok) return { ok: false, message: checked.words };
  refresh();
  return { ok: true, ...(checked.problem ? {} : { message: "All is well. Calls and texts come to us." }) };
});

export const repairWiringAction = action([which], async (which): Promise<FormState> => {
  const repaired = await orNotFound(repairWiring(await actingOn(which)));
  if (!repaired.ok) return { ok: false, message: repaired.words };
  refresh();
  return repaired.problem
    ? { ok: false, message: "That didn't mend all of it. What is left has to be changed in the Twilio console." }
    : { ok: true, message: "Repaired. Calls and texts come to us again." };
});

const attest = z.object({ registered: shapes.tick });

export const attestRegistrationAction = formAction([shapes.slug], attest, async (slug, { registered }, refuse) => {
  const who = await acting(slug);
  if (!registered) return refuse({ registered: "Tick the box to say so." });
  const attested = await orNotFound(attestRegistration(who));
  if (!attested.ok) return refuse({}, attested.words);
  refresh();
  return { ok: true };
});

export const withdrawRegistrationAction = action([shapes.slug], async (slug): Promise<FormState> => {
  await withdrawRegistration(await acting(slug));
  refresh();
  return { ok: true };
});
