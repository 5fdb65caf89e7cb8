"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { formAction } from "@/lib/action";
import { requireRole } from "@/lib/auth/require-workspace";
import type { FormState, Refuse } from "@/lib/form";
import { readNumber } from "@/lib/format/read-number";
import { changeRecoverySettings } from "@/lib/recovery/settings";
import { REGIONS, type SettingsChange } from "@/lib/recovery/settings-parts";
import {
  checkTextBack,
  LONGEST_WORDING,
  NOTICE_TOO_LONG,
  OPT_OUT_WORDS,
  TEXT_TOO_LONG,
} from "@/lib/recovery/text-back";
import * as shapes from "@/lib/shapes";
import { switchWorkspace } from "@/lib/workspaces/switch-workspace";

async function save(slug: string, change: SettingsChange, refuse: Refuse): Promise<FormState> {
  const { workspace, user } = await requireRole(slug, "admin");
  const saved = await changeRecoverySettings({ workspaceId: workspace.id, userId: user.id }, change);
  if (!saved.ok) return refuse(saved.errors);
  refresh();
  return { ok: true, message: "Saved." };
}

const textBackSwitch = z.object({ textBackOn: shapes.tick });

export const switchAction = formAction([shapes.slug], textBackSwitch, async (slug, { textBackOn }, refuse) => {
  const saved = await save(slug, { part: "switch", textBackOn }, refuse);
  return { ...saved, message: undefined };
});

const workspaceSwitch = z.object({ active: shapes.tick });

export const switchWorkspaceAction = formAction([shapes.slug], workspaceSwitch, async (slug, { active }) => {
  const { workspace, user } = await requireRole(slug, "admin");
  await switchWorkspace({ workspaceId: workspace.id, userId: user.id, active });
  refresh();
  return { ok: true };
});

const wording = z.object({ template: shapes.text(LONGEST_WORDING, TEXT_TOO_LONG) });

export const saveTextAction = formAction([shapes.slug], wording, async (slug, { template }, refuse) => {
  const { workspace } = await requireRole(slug, "admin");
  const lacksStop = checkTextBack(template, { business: workspace.name }).some((p) => p.problem === "stop_missing");
  return save(slug, { part: "text", template: lacksStop ? `${template} ${OPT_OUT_WORDS}` : template }, refuse);
});

const notice = z.object({ noticeOn: shapes.tick, notice: shapes.text(LONGEST_WORDING, NOTICE_TOO_LONG) });

export const saveNoticeAction = formAction([shapes.slug], notice, async (slug, notice, refuse) =>
  save(slug, { part: "notice", ...notice }, refuse),
);

const MINUTES = { minutes: 1, hours: 60, days: 1440 } as const;
const wait = z.object({
  usualWait: shapes.text(20),
  waitCount: shapes.text(20).optional(),
  waitUnit: shapes.oneOf(["minutes", "hours", "days"]).optional(),
  activeConversationMinutes: shapes.wholeNumber("Enter a number of minutes."),
  quietAfterDays: shapes.wholeNumber("Enter a number of days."),
  textVoicemailCalls: shapes.tick,
});

export const saveWaitAction = formAction([shapes.slug], wait, async (slug, wait, refuse) => {
  const { usualWait, waitCount = "", waitUnit = "hours", ...others } = wait;
  const minutes =
    usualWait === "own" ? (readNumber(waitCount) ?? Number.NaN) * MINUTES[waitUnit] : readNumber(usualWait);
  return save(slug, { part: "wait", coolDownMinutes: minutes ?? Number.NaN, ...others }, refuse);
});

const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;
const time = shapes.text(20).optional();
const hours = z.object({
  ...byName(
    DAYS.map((day) => `open${day}` as const),
    shapes.tick,
  ),
  ...byName(
    DAYS.flatMap((day) => [`from${day}`, `to${day}`] as const),
    time,
  ),
  holdReplies: shapes.tick,
});

export const saveHoursAction = formAction([shapes.slug], hours, async (slug, hours, refuse) => {
  const textingHours = DAYS.map((day) =>
    hours[`open${day}`] ? [{ from: hours[`from${day}`] ?? "", to: hours[`to${day}`] ?? "" }] : [],
  );
  return save(slug, { part: "hours", textingHours, replyAnyHour: !hours.holdReplies }, refuse);
});

const CENTS = "Enter an amount in dollars.";
const limits = z.object({
  hourlyCallerCap: shapes.wholeNumber("Enter a number of callers."),
  dailyCallerCap: shapes.wholeNumber("Enter a number of callers."),
  dailySpendCap: shapes.amount(CENTS).pipe(z.number(CENTS)),
  lookUpLineType: shapes.tick,
  ...byName(
    REGIONS.map(({ code }) => `region${code}` as const),
    shapes.tick,
  ),
});

export const saveLimitsAction = formAction([shapes.slug], limits, async (slug, limits, refuse) => {
  const { hourlyCallerCap, dailyCallerCap, dailySpendCap, lookUpLineType, ...regions } = limits;
  const change = {
    ...({ part: "limits", hourlyCallerCap, dailyCallerCap, lookUpLineType } as const),
    dailySpendCapCents: dailySpendCap,
    regions: REGIONS.map(({ code }) => code).filter((code) => regions[`region${code}`]),
  };
  return save(slug, change, ({ dailySpendCapCents, ...errors }, message) =>
    refuse({ ...errors, ...(dailySpendCapCents ? { dailySpendCap: dailySpendCapCents } : {}) }, message),
  );
});

/** The same shape for many fields. */
function byName<Name extends string, Shape extends z.ZodType>(names: readonly Name[], shape: Shape) {
  return Object.fromEntries(names.map((name) => [name, shape])) as Record<Name, Shape>;
}
