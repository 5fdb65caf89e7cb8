"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { PLANS } from "@/db/enums";
import { action, formAction } from "@/lib/action";
import { requireOperator } from "@/lib/auth/require-operator";
import { NotFound } from "@/lib/errors";
import { checkCarrier } from "@/lib/health/check-carrier";
import { changePlan } from "@/lib/operator/change-plan";
import { cancelDeletion, GRACE_DAYS, scheduleDeletion } from "@/lib/operator/delete-workspace";
import { retryJob } from "@/lib/operator/failed-jobs";
import { changeInstallationLimits } from "@/lib/operator/installation-limits";
import { startSending } from "@/lib/operator/start-sending";
import { resumeWorkspace, suspendWorkspace } from "@/lib/operator/suspend-workspace";
import { giveNumber, ignoreUnroutable } from "@/lib/operator/unroutable";
import {
  cancelInvitation,
  copyInvitationLink,
  inviteToOpenWorkspace,
  resendInvitation,
} from "@/lib/operator/workspace-invitations";
import { changeWorkspaceLimits } from "@/lib/operator/workspace-limits";
import * as shapes from "@/lib/shapes";
import { installationLimits, tickedRegions, workspaceCaps } from "./limit-shapes";

/** What somebody else has dealt with meanwhile is gone from the list: the page drawn anew says so. */
async function unlessGone(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}

const GONE = "Somebody dealt with it a moment ago.";

export async function checkNowAction(): Promise<null> {
  await requireOperator();
  await checkCarrier();
  refresh();
  return null;
}

export const startSendingAction = formAction([], z.object({}), async () => {
  const { user } = await requireOperator();
  await startSending({ userId: user.id });
  refresh();
  return { ok: true, message: "Sending has started." };
});

export const suspendAction = action([shapes.id], async (workspaceId): Promise<void> => {
  const { user } = await requireOperator();
  await unlessGone(suspendWorkspace({ userId: user.id, workspaceId }));
  refresh();
});

export const resumeAction = action([shapes.id], async (workspaceId): Promise<void> => {
  const { user } = await requireOperator();
  await unlessGone(resumeWorkspace({ userId: user.id, workspaceId }));
  refresh();
});

const plan = z.object({ plan: shapes.oneOf(PLANS) });

export const changePlanAction = formAction([shapes.id], plan, async (workspaceId, { plan }, refuse) => {
  const { user } = await requireOperator();
  if (!(await unlessGone(changePlan({ userId: user.id, workspaceId, plan })))) return refuse({}, GONE);
  refresh();
  return { ok: true, message: "Saved. It holds at once." };
});

const NO_COUNTRY = "Tick one country or more.";

export const changeCapsAction = formAction([shapes.id], workspaceCaps, async (workspaceId, caps, refuse) => {
  const { user } = await requireOperator();
  const regions = tickedRegions(caps);
  if (caps.ownRegions && regions.length === 0) return refuse({ ownRegions: NO_COUNTRY });
  const limits = {
    numbers: caps.numbers,
    mayAttest: caps.mayAttest === "as_all" ? null : caps.mayAttest === "yes",
    regionsCeiling: caps.ownRegions ? regions : null,
    hourlyCallerCeiling: caps.hourlyCallerCeiling,
    dailyCallerCeiling: caps.dailyCallerCeiling,
    dailySpendCeilingCents: caps.dailySpendCeilingCents,
    dailyRingCeilingCents: caps.dailyRingCeilingCents,
  };
  if (!(await unlessGone(changeWorkspaceLimits({ userId: user.id, workspaceId }, limits)))) return refuse({}, GONE);
  refresh();
  return { ok: true, message: "Saved. It holds for what happens from now on." };
});

export const deleteAction = formAction([shapes.id], z.object({}), async (workspaceId, _, refuse) => {
  const { user } = await requireOperator();
  if (!(await unlessGone(scheduleDeletion({ userId: user.id, workspaceId })))) return refuse({}, GONE);
  refresh();
  return { ok: true, message: `It is suspended now and deleted in ${GRACE_DAYS} days.` };
});

export const keepAction = action([shapes.id], async (workspaceId): Promise<void> => {
  const { user } = await requireOperator();
  await unlessGone(cancelDeletion({ userId: user.id, workspaceId }));
  refresh();
});

export const inviteAction = formAction([], z.object({ email: shapes.email }), async ({ email }) => {
  const { user } = await requireOperator();
  const { link } = await inviteToOpenWorkspace({ userId: user.id, email });
  refresh();
  return link
    ? { ok: true, message: "No mail leaves this installation. Send them this link:", values: { link } }
    : { ok: true, message: `A mail is on its way to ${email}.` };
});

export const copyLinkAction = formAction([shapes.id], z.object({}), async (invitationId, _, refuse) => {
  const { user } = await requireOperator();
  let link: string | null = null;
  const made = copyInvitationLink({ userId: user.id, invitationId }).then((invited) => {
    link = invited.link;
  });
  if (!(await unlessGone(made)) || link === null) return refuse({}, GONE);
  return { ok: true, message: "The link sent before has ended. This one works:", values: { link } };
});

export const resendAction = action([shapes.id], async (invitationId): Promise<void> => {
  const { user } = await requireOperator();
  await unlessGone(resendInvitation({ userId: user.id, invitationId }));
  refresh();
});

export const cancelInvitationAction = action([shapes.id], async (invitationId): Promise<void> => {
  const { user } = await requireOperator();
  await unlessGone(cancelInvitation({ userId: user.id, invitationId }));
  refresh();
});

export const ignoreAction = action([shapes.id], async (id): Promise<void> => {
  const { user } = await requireOperator();
  await unlessGone(ignoreUnroutable({ userId: user.id, id }));
  refresh();
});

const given = z.object({ workspace: shapes.id });

export const giveAction = formAction([shapes.id], given, async (id, { workspace: workspaceId }, refuse) => {
  const { user } = await requireOperator();
  let refused: string | null = null;
  const giving = giveNumber({ userId: user.id, id, workspaceId }).then((done) => {
    refused = done.ok ? null : done.words;
  });
  if (!(await unlessGone(giving))) return refuse({}, GONE);
  if (refused !== null) return refuse({}, refused);
  redirect("/operator/unroutable");
});

export const retryAction = action([shapes.id], async (jobId): Promise<void> => {
  const { user } = await requireOperator();
  await unlessGone(retryJob({ userId: user.id, jobId }));
  refresh();
});

export const saveLimitsAction = formAction([], installationLimits, async (typed, refuse) => {
  const { user } = await requireOperator();
  const regionsCeiling = tickedRegions(typed);
  if (regionsCeiling.length === 0) return refuse({}, NO_COUNTRY);
  await changeInstallationLimits(user.id, {
    numbersPerWorkspace: typed.numbersPerWorkspace,
    numbersForAll: typed.numbersForAll,
    ownersMayAttest: typed.ownersMayAttest,
    regionsCeiling,
    hourlyCallerCeiling: typed.hourlyCallerCeiling,
    dailyCallerCeiling: typed.dailyCallerCeiling,
    dailySpendCeilingCents: typed.dailySpendCeilingCents,
    dailyTextCeiling: typed.dailyTextCeiling,
    dailyRingCeilingCents: typed.dailyRingCeilingCents,
  });
  refresh();
  return { ok: true, message: "Saved. It holds for what happens from now on." };
});
