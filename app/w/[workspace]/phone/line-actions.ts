"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { type FormState, parseForm, refuse } from "@/lib/form";
import { addRingPhone, moveRingPhone, removeRingPhone } from "@/lib/phone/ring-phones";
import { attestForwarding, startForwardingTest } from "@/lib/phone/setup-forwarding";
import { changeBusinessLine, changeLine } from "@/lib/phone/setup-line";
import { orNotFound } from "../or-not-found";
import { actingOn, type Which } from "./acting";

const mode = z.object({ mode: z.enum(["direct", "forwarding"], "Choose one of the two.") });
const ringing = z.object({
  ringStrategy: z.enum(["simultaneous", "sequential"], "Choose one of the two."),
  ringSeconds: z.coerce.number("Enter a number of seconds."),
});
const phone = z.object({
  phone: z.string(),
  label: z.string().trim().min(1, "Say whose phone it is.").max(40, "Keep the name to 40 characters."),
});

export async function changeModeAction(which: Which, _: FormState, form: FormData): Promise<FormState> {
  const who = await actingOn(which);
  const parsed = parseForm(mode, form);
  if (!parsed.ok) return parsed.state;
  await orNotFound(changeLine({ ...who, change: parsed.data }));
  refresh();
  return { ok: true, message: "Saved." };
}

export async function changeRingingAction(which: Which, _: FormState, form: FormData): Promise<FormState> {
  const who = await actingOn(which);
  const parsed = parseForm(ringing, form);
  if (!parsed.ok) return parsed.state;
  const screening = form.get("screening") === "on" ? "press_1" : "off";
  const changed = await orNotFound(changeLine({ ...who, change: { ...parsed.data, screening } }));
  if (!changed.ok) return refuse(form, changed.errors);
  refresh();
  return { ok: true, message: "Saved." };
}

export async function changeBusinessLineAction(which: Which, _: FormState, form: FormData): Promise<FormState> {
  const businessLine = String(form.get("businessLine") ?? "");
  const changed = await orNotFound(changeBusinessLine({ ...(await actingOn(which)), phone: businessLine }));
  if (!changed.ok) return refuse(form, changed.errors);
  refresh();
  return { ok: true, message: "Saved." };
}

export async function chooseCarrierAction(which: Which, _: FormState, form: FormData): Promise<FormState> {
  const carrier = String(form.get("carrier") ?? "");
  const changed = await orNotFound(changeLine({ ...(await actingOn(which)), change: { carrier } }));
  if (!changed.ok) return refuse(form, changed.errors);
  refresh();
  return { ok: true };
}

export async function startTestAction(which: Which): Promise<FormState> {
  const started = await orNotFound(startForwardingTest(await actingOn(which)));
  if (!started.ok) return { ok: false, message: started.words };
  refresh();
  return { ok: true };
}

export async function attestForwardingAction(which: Which): Promise<FormState> {
  const attested = await orNotFound(attestForwarding(await actingOn(which)));
  if (!attested.ok) return { ok: false, message: attested.words };
  refresh();
  return { ok: true };
}

export async function addRingPhoneAction(which: Which, _: FormState, form: FormData): Promise<FormState> {
  const who = await actingOn(which);
  const parsed = parseForm(phone, form);
  if (!parsed.ok) return parsed.state;
  const added = await orNotFound(addRingPhone({ ...who, ...parsed.data }));
  if (!added.ok) return refuse(form, { phone: added.words });
  refresh();
  return { ok: true };
}

export async function removeRingPhoneAction(which: Which & { phoneId: string }): Promise<void> {
  await orNotFound(removeRingPhone({ ...(await actingOn(which)), phoneId: which.phoneId }));
  refresh();
}

export async function moveRingPhoneAction(which: Which & { phoneId: string; direction: "up" | "down" }): Promise<void> {
  const { phoneId, direction } = which;
  await orNotFound(moveRingPhone({ ...(await actingOn(which)), phoneId, direction }));
  refresh();
}
