"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { type FormState, parseForm, refuse } from "@/lib/form";
import { adoptNumber, connectNumber } from "@/lib/phone/connect-number";
import { parsePhone } from "@/lib/phone/e164";
import { releaseNumber } from "@/lib/phone/release-number";
import { attestRegistration, withdrawRegistration } from "@/lib/phone/setup-registration";
import { checkWiring, repairWiring } from "@/lib/phone/wiring-check";
import { orNotFound } from "../or-not-found";
import { acting, actingOn, type Which } from "./acting";

export async function connectAction(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const who = await acting(slug);
  const phone = parsePhone(String(form.get("number") ?? ""));
  if (!phone.ok) return refuse(form, {}, "Choose a number from the list.");
  const connected = await connectNumber({ ...who, e164: phone.e164 });
  if (!connected.ok) return refuse(form, {}, connected.words);
  redirect(`/w/${slug}/phone?number=${connected.numberId}`);
}

export async function adoptAction(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const who = await acting(slug);
  const chosen = parseForm(z.object({ sid: z.string("Choose a number.").regex(/^PN[0-9a-f]{32}$/i) }), form);
  if (!chosen.ok) return refuse(form, {}, "Choose one of the numbers.");
  const connected = await adoptNumber({ ...who, providerSid: chosen.data.sid });
  if (!connected.ok) return refuse(form, {}, connected.words);
  redirect(`/w/${slug}/phone?number=${connected.numberId}`);
}

export async function releaseAction(which: Which, _: FormState, form: FormData): Promise<FormState> {
  const who = await actingOn(which);
  const released = await orNotFound(releaseNumber({ ...who, keepAtTwilio: form.get("keep") === "on" }));
  if (!released.ok) return refuse(form, {}, released.words);
  redirect(`/w/${which.slug}/phone`);
}

export async function checkWiringAction(which: Which): Promise<FormState> {
  const { workspaceId, numberId } = await actingOn(which);
  const checked = await orNotFound(checkWiring({ workspaceId, numberId }));
  if (!checked.ok) return { ok: false, message: checked.words };
  refresh();
  return { ok: true, ...(checked.problem ? {} : { message: "All is well. Calls and texts come to us." }) };
}

export async function repairWiringAction(which: Which): Promise<FormState> {
  const repaired = await orNotFound(repairWiring(await actingOn(which)));
  if (!repaired.ok) return { ok: false, message: repaired.words };
  refresh();
  return repaired.problem
    ? { ok: false, message: "That didn't mend all of it. What is left has to be changed in the Twilio console." }
    : { ok: true, message: "Repaired. Calls and texts come to us again." };
}

export async function attestRegistrationAction(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const who = await acting(slug);
  if (form.get("registered") !== "on") return refuse(form, { registered: "Tick the box to say so." });
  await attestRegistration(who);
  refresh();
  return { ok: true };
}

export async function withdrawRegistrationAction(slug: string): Promise<FormState> {
  await withdrawRegistration(await acting(slug));
  refresh();
  return { ok: true };
}
