"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { accountFields, linkToken } from "@/app/(auth)/account-fields";
import { formAction } from "@/lib/action";
import { beginSession } from "@/lib/auth/begin-session";
import { clientNetwork } from "@/lib/auth/client-network";
import { passwordProblem } from "@/lib/auth/password-problem";
import { findSignUpLink, openSignUpLink } from "@/lib/workspaces/sign-up";
import { SIGN_UP_TROUBLE } from "./trouble";

export const openSignUpAction = formAction([linkToken], z.object(accountFields), async (token, wanted, refuse) => {
  const found = await findSignUpLink(token);
  if (!found.ok) return refuse({}, SIGN_UP_TROUBLE[found.trouble].words);
  const problem = passwordProblem(wanted.password, [wanted.name, wanted.businessName, found.email]);
  if (problem) return refuse({ password: problem });
  const opened = await openSignUpLink({ ...wanted, token, network: clientNetwork(await headers()) });
  if (!opened.ok) return refuse({}, SIGN_UP_TROUBLE[opened.trouble].words);
  await beginSession({ userId: opened.userId, method: "account_created" });
  redirect(`/w/${opened.slug}/onboarding?new=1`);
});
