"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { RING_STRATEGIES, ROUTING_MODES } from "@/db/enums";
import { action, formAction } from "@/lib/action";
import type { FormState } from "@/lib/form";
import { addRingPhone, moveRingPhone, removeRingPhone } from "@/lib/phone/ring-phones";
import { attestForwarding, startForwardingTest } from "@/lib/phone/setup-forwarding";
import { changeBusinessLine, changeLine } from "@/lib/phone/setup-line";
import * as shapes from "@/lib/shapes";
import { orNotFound } from "../or-not-found";
import { actingOn, which } from "./acting";

const mode = z.object({ mode: z.enum(ROUTING_MODES, "Choose one of the two.") });
const ringing = z.object({
  ringStrategy: z.enum(RING_STRATEGIES, "Choose one of the two."),
  ringSeconds: shapes.wholeNumber("Enter a number of seconds."),
  screening: shapes.tick,
});
const businessLine = z.object({ businessLine: shapes.phone });
const carrier = z.object({ carrier: shapes.text(40, "Choose a phone company from the list.") });
const phone = z.object({
  phone: shapes.phone,
  label: shapes.text(40, "Keep the name to 40 characters.").min(1, "Say whose phone it is."),
});
const ringPhone = which.extend({ phoneId: shapes.id });

export const changeModeAction = formAction([which], mode, async (which, change) => {
  await orNotFound(changeLine({ ...(await actingOn(which)), change }));
  refresh();
  return { ok: true, message: "Saved." };
});

export const changeRingingAction = formAction([which], ringing, async (which, { screening, ...ringing }, refuse) => {
  const change = { ...ringing, screening: screening ? ("press_1" as const) : ("off" as const) };
  const changed = await orNotFound(changeLine({ ...(await actingOn(which)), change }));
  if (!changed.ok) return refuse(changed.errors);
  refresh();
  return { ok: true, message: "Saved." };
});

export const changeBusinessLineAction = formAction([which], businessLine, async (which, { businessLine }, refuse) => {
  const changed = await orNotFound(changeBusinessLine({ ...(await actingOn(which)), phone: businessLine }));
  if (!changed.ok) return refuse(changed.errors);
  refresh();
  return { ok: true, message: "Saved." };
});

export const chooseCarrierAction = formAction([which], carrier, async (which, change, refuse) => {
  const changed = await orNotFound(changeLine({ ...(await actingOn(which)), change }));
  if (!changed.ok) return refuse(changed.errors);
  refresh();
  return { ok: true };
});

export const startTestAction = action([which], async (which): Promise<FormState> => {
  const started = await orNotFound(startForwardingTest(await actingOn(which)));
  if (!started.ok) return { ok: false, message: started.words };
  refresh();
  return { ok: true };
});

export const attestForwardingAction = action([which], async (which): Promise<FormState> => {
  const attested = await orNotFound(attestForwarding(await actingOn(which)));
  if (!attested.ok) return { ok: false, message: attested.words };
  refresh();
  return { ok: true };
});

export const addRingPhoneAction = formAction([which], phone, async (which, phone, refuse) => {
  const added = await orNotFound(addRingPhone({ ...(await actingOn(which)), ...phone }));
  if (!added.ok) return refuse({ phone: added.words });
  refresh();
  return { ok: true };
});

export const removeRingPhoneAction = action([ringPhone], async (which): Promise<void> => {
  await orNotFound(removeRingPhone({ ...(await actingOn(which)), phoneId: which.phoneId }));
  refresh();
});

const moved = ringPhone.extend({ direction: z.enum(["up", "down"]) });

export const moveRingPhoneAction = action([moved], async (which): Promise<void> => {
  const { phoneId, direction } = which;
  await orNotFound(moveRingPhone({ ...(await actingOn(which)), phoneId, direction }));
  refresh();
});
