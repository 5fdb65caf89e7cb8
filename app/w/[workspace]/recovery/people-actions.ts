"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { requireRole } from "@/lib/auth/require-workspace";
import { type FormState, parseForm } from "@/lib/form";
import { plural } from "@/lib/format/count";
import { addExcludedNumbers, removeExcludedNumber } from "@/lib/recovery/excluded-numbers";
import { pauseRecovery, resumeRecovery } from "@/lib/recovery/settings-pause";

async function acting(slug: string): Promise<{ workspaceId: string; userId: string }> {
  const { workspace, user } = await requireRole(slug, "admin");
  return { workspaceId: workspace.id, userId: user.id };
}

const pause = z.object({ hours: z.coerce.number().positive("Choose for how long.") });

export async function pauseAction(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const who = await acting(slug);
  const parsed = parseForm(pause, form);
  if (!parsed.ok) return parsed.state;
  const paused = await pauseRecovery({ ...who, hours: parsed.data.hours });
  if (!paused.ok) return { ok: false, message: paused.words };
  refresh();
  return { ok: true };
}

export async function resumeAction(slug: string): Promise<FormState> {
  await resumeRecovery(await acting(slug));
  refresh();
  return { ok: true };
}

type Kind = "personal" | "blocked";

/** Lines nobody could read stay in the box, with what is wrong with each. */
export async function addExcludedAction(
  { slug, kind }: { slug: string; kind: Kind },
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const who = await acting(slug);
  const pasted = String(form.get("pasted") ?? "");
  if (pasted.trim() === "") return { ok: false, errors: { pasted: "Enter at least one number." } };
  const { added, unreadable } = await addExcludedNumbers({ ...who, kind, pasted });
  if (added > 0) refresh();
  if (unreadable.length === 0) return { ok: true, message: `${plural(added, "number")} added.` };
  return {
    ok: false,
    message: added > 0 ? `${plural(added, "number")} added. These lines need another look.` : undefined,
    errors: { pasted: unreadable.map(({ line, typed, why }) => `Line ${line}, "${typed}": ${why}`).join(" ") },
    values: { pasted: unreadable.map(({ typed }) => typed).join("\n") },
  };
}

export async function removeExcludedAction({ slug, id }: { slug: string; id: string }): Promise<void> {
  await removeExcludedNumber({ ...(await acting(slug)), id });
  refresh();
}
