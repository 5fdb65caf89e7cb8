"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { action } from "@/lib/action";
import { requireRole } from "@/lib/auth/require-workspace";
import type { FormState } from "@/lib/form";
import { unblockNumber } from "@/lib/leads/block-caller";
import { findCall } from "@/lib/recovery/queries-call";
import { textAnyway } from "@/lib/recovery/text-anyway";
import * as shapes from "@/lib/shapes";
import { orNotFound } from "../or-not-found";

/** Texts a caller by the person's own decision. Refused in words, for an opt-out among other things. */
export const textThemAnyway = action([shapes.slug, shapes.id], async (slug, callId): Promise<FormState> => {
  const { user, workspace } = await requireRole(slug, "member");
  const answer = await orNotFound(textAnyway({ workspaceId: workspace.id, userId: user.id, callId }));
  revalidatePath(`/w/${slug}`, "layout");
  return answer.ok ? { ok: true } : { ok: false, message: answer.words };
});

/** Takes the caller of a call off the blocked list. */
export const unblock = action([shapes.slug, shapes.id], async (slug, callId): Promise<FormState> => {
  const { user, workspace } = await requireRole(slug, "member");
  const call = await findCall({ workspaceId: workspace.id, callId, timeZone: workspace.timeZone });
  if (!call?.callerE164) notFound();
  await unblockNumber({ workspaceId: workspace.id, userId: user.id, e164: call.callerE164 });
  revalidatePath(`/w/${slug}`, "layout");
  return { ok: true };
});
