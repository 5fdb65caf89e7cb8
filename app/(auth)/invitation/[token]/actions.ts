"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { accountFields, linkToken, workspaceFields } from "@/app/(auth)/account-fields";
import { formAction } from "@/lib/action";
import { beginSession } from "@/lib/auth/begin-session";
import { clientNetwork } from "@/lib/auth/client-network";
import { passwordProblem } from "@/lib/auth/password-problem";
import { requireUser } from "@/lib/auth/require-workspace";
import { acceptInvitation, acceptInvitationAs, findInvitation } from "@/lib/operator/accept-invitation";
import { INVITATION_TROUBLE } from "./trouble";

export const acceptAction = formAction([linkToken], z.object(accountFields), async (token, wanted, refuse) => {
  const found = await findInvitation(token);
  if (!found.ok) return refuse({}, INVITATION_TROUBLE[found.trouble].words);
  const problem = passwordProblem(wanted.password, [wanted.name, wanted.businessName, found.email]);
  if (problem) return refuse({ password: problem });
  const accepted = await acceptInvitation({ ...wanted, token, network: clientNetwork(await headers()) });
  if (!accepted.ok) return refuse({}, INVITATION_TROUBLE[accepted.trouble].words);
  await beginSession({ userId: accepted.userId, method: "account_created" });
  redirect(`/w/${accepted.slug}/onboarding?new=1`);
});

/** For somebody who has an account with the invited address, and is signed in with it. */
export const openAnotherAction = formAction([linkToken], z.object(workspaceFields), async (token, wanted, refuse) => {
  const user = await requireUser();
  const opened = await acceptInvitationAs(user, { ...wanted, token, network: clientNetwork(await headers()) });
  if (!opened.ok) return refuse({}, INVITATION_TROUBLE[opened.trouble].words);
  redirect(`/w/${opened.slug}/onboarding?new=1`);
});
