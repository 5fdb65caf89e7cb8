"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { TRADES } from "@/db/enums";
import { formAction } from "@/lib/action";
import { requireRole } from "@/lib/auth/require-workspace";
import * as shapes from "@/lib/shapes";
import { saveBusiness } from "@/lib/workspaces/business";
import { HALF_HOURS } from "@/lib/workspaces/opening-hours";
import { isTimeZone } from "@/lib/workspaces/time-zones";

const time = z.string().refine((value) => HALF_HOURS.includes(value), "Choose a time of the list.");

const business = z.object({
  name: shapes.text(60).min(1, "Enter the name your callers know."),
  trade: z.enum(TRADES, "Choose what comes nearest, or Other."),
  from: time,
  to: time,
  timeZone: shapes.text(60, "Choose your time zone.").refine(isTimeZone, "Choose your time zone."),
});

export const saveBusinessAction = formAction(
  [shapes.slug],
  business,
  async (slug, { from, to, ...answers }, refuse) => {
    const { workspace, user } = await requireRole(slug, "admin");
    if (to <= from) return refuse({ to: "Choose a time after the opening." });
    await saveBusiness({ workspaceId: workspace.id, userId: user.id }, { ...answers, open: { from, to } });
    redirect(`/w/${slug}/phone`);
  },
);
