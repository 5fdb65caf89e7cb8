"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { requireRole } from "@/lib/auth/require-workspace";
import { type FormState, parseForm, refuse } from "@/lib/form";
import { changeRecoverySettings } from "@/lib/recovery/settings";
import { REGIONS, type SettingsChange } from "@/lib/recovery/settings-parts";
import { checkTextBack, OPT_OUT_WORDS } from "@/lib/recovery/text-back";
import { switchWorkspace } from "@/lib/workspaces/switch-workspace";

async function save(slug: string, form: FormData, change: SettingsChange): Promise<FormState> {
  const { workspace, user } = await requireRole(slug, "admin");
  const saved = await changeRecoverySettings({ workspaceId: workspace.id, userId: user.id }, change);
  if (!saved.ok) return refuse(form, saved.errors);
  refresh();
  return { ok: true, message: "Saved." };
}

const text = (form: FormData, name: string) => String(form.get(name) ?? "");
const ticked = (form: FormData, name: string) => form.get(name) === "on";

export async function switchAction(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const saved = await save(slug, form, { part: "switch", textBackOn: text(form, "textBackOn") === "on" });
  return { ...saved, message: undefined };
}

export async function switchWorkspaceAction(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const { workspace, user } = await requireRole(slug, "admin");
  await switchWorkspace({ workspaceId: workspace.id, userId: user.id, active: text(form, "active") === "on" });
  refresh();
  return { ok: true };
}

export async function saveTextAction(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const { workspace } = await requireRole(slug, "admin");
  const written = text(form, "template").trim();
  const lacksStop = checkTextBack(written, { business: workspace.name }).some((p) => p.problem === "stop_missing");
  return save(slug, form, { part: "text", template: lacksStop ? `${written} ${OPT_OUT_WORDS}` : written });
}

export async function saveNoticeAction(slug: string, _: FormState, form: FormData): Promise<FormState> {
  return save(slug, form, { part: "notice", noticeOn: ticked(form, "noticeOn"), notice: text(form, "notice").trim() });
}

const wait = z.object({
  usualWait: z.string(),
  waitCount: z.string().optional(),
  waitUnit: z.enum(["minutes", "hours", "days"]).optional(),
  activeConversationMinutes: z.coerce.number("Enter a number of minutes."),
  quietAfterDays: z.coerce.number("Enter a number of days."),
});
const MINUTES = { minutes: 1, hours: 60, days: 1440 } as const;

export async function saveWaitAction(slug: string, _: FormState, form: FormData): Promise<FormState> {
  await requireRole(slug, "admin");
  const parsed = parseForm(wait, form);
  if (!parsed.ok) return parsed.state;
  const { usualWait, waitCount, waitUnit, ...others } = parsed.data;
  const own = Number(waitCount || Number.NaN) * MINUTES[waitUnit ?? "hours"];
  const coolDownMinutes = usualWait === "own" ? own : Number(usualWait);
  const textVoicemailCalls = ticked(form, "textVoicemailCalls");
  return save(slug, form, { part: "wait", coolDownMinutes, textVoicemailCalls, ...others });
}

export async function saveHoursAction(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const textingHours = Array.from({ length: 7 }, (_unused, day) =>
    ticked(form, `open${day}`) ? [{ from: text(form, `from${day}`), to: text(form, `to${day}`) }] : [],
  );
  return save(slug, form, { part: "hours", textingHours, replyAnyHour: !ticked(form, "holdReplies") });
}

const limits = z.object({
  hourlyCallerCap: z.coerce.number("Enter a number of callers."),
  dailyCallerCap: z.coerce.number("Enter a number of callers."),
  dailySpendCap: z.coerce.number("Enter an amount in dollars."),
});

export async function saveLimitsAction(slug: string, _: FormState, form: FormData): Promise<FormState> {
  await requireRole(slug, "admin");
  const parsed = parseForm(limits, form);
  if (!parsed.ok) return parsed.state;
  const { dailySpendCap, ...caps } = parsed.data;
  const state = await save(slug, form, {
    part: "limits",
    ...caps,
    dailySpendCapCents: Math.round(dailySpendCap * 100),
    regions: REGIONS.map(({ code }) => code).filter((code) => ticked(form, `region${code}`)),
    lookUpLineType: ticked(form, "lookUpLineType"),
  });
  const { dailySpendCapCents, ...errors } = state.errors ?? {};
  if (!dailySpendCapCents) return state;
  return { ...state, errors: { ...errors, dailySpendCap: dailySpendCapCents } };
}
