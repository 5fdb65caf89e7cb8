"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { EXCLUSIONS } from "@/db/enums";
import { action, formAction } from "@/lib/action";
import { requireRole } from "@/lib/auth/require-workspace";
import type { FormState } from "@/lib/form";
import { plural } from "@/lib/format/count";
import { addExcludedNumbers, removeExcludedNumber } from "@/lib/recovery/excluded-numbers";
import { LIST_TOO_LONG, LONGEST_LIST } from "@/lib/recovery/excluded-numbers-read";
import { pauseRecovery, resumeRecovery } from "@/lib/recovery/settings-pause";
import * as shapes from "@/lib/shapes";

async function acting(slug: string): Promise<{ workspaceId: string; userId: string }> {
  const { workspace, user } = await requireRole(slug, "admin");
  return { workspaceId: workspace.id, userId: user.id };
}

const pause = z.object({ hours: shapes.wholeNumber("Choose for how long.") });

export const pauseAction = formAction([shapes.slug], pause, async (slug, { hours }) => {
  const paused = await pauseRecovery({ ...(await acting(slug)), hours });
  if (!paused.ok) return { ok: false, message: paused.words };
  refresh();
  return { ok: true };
});

export const resumeAction = action([shapes.slug], async (slug): Promise<FormState> => {
  await resumeRecovery(await acting(slug));
  refresh();
  return { ok: true };
});

const list = z.object({ slug: shapes.slug, kind: z.enum(EXCLUSIONS) });
const added = z.object({ pasted: shapes.text(LONGEST_LIST, LIST_TOO_LONG).min(1, "Enter at least one number.") });

/** Lines nobody could read stay in the box, with what is wrong with each. */
export const addExcludedAction = formAction([list], added, async ({ slug, kind }, { pasted }) => {
  const { added, unreadable } = await addExcludedNumbers({ ...(await acting(slug)), kind, pasted });
  if (added > 0) refresh();
  if (unreadable.length === 0) return { ok: true, message: `${plural(added, "number")} added.` };
  const shown = unreadable.slice(0, MOST_EXPLAINED);
  const more = unreadable.length - shown.length;
  const words = shown.map(({ line, typed, why }) => `Line ${line}, "${typed}": ${why}`);
  return {
    ok: false,
    message: added > 0 ? `${plural(added, "number")} added. These lines need another look.` : undefined,
    errors: { pasted: [...words, ...(more > 0 ? [`And ${plural(more, "more line")}.`] : [])].join(" ") },
    values: { pasted: unreadable.map(({ typed }) => typed).join("\n") },
  };
});

const MOST_EXPLAINED = 20;

const excluded = z.object({ slug: shapes.slug, id: shapes.id });

export const removeExcludedAction = action([excluded], async ({ slug, id }): Promise<void> => {
  await removeExcludedNumber({ ...(await acting(slug)), id });
  refresh();
});
