"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { accountFields, linkToken } from "@/app/(auth)/account-fields";
import { formAction } from "@/lib/action";
import { beginSession } from "@/lib/auth/begin-session";
import { clientNetwork } from "@/lib/auth/client-network";
import { passwordProblem } from "@/lib/auth/password-problem";
import { findSetup, makeFirstAccount } from "@/lib/operator/first-run";
import { email } from "@/lib/shapes";
import { SETUP_TROUBLE } from "./trouble";

const schema = z.object({ ...accountFields, email });

export const makeFirstAccountAction = formAction([linkToken], schema, async (code, wanted, refuse) => {
  const found = await findSetup(code);
  if (!found.ok) return refuse({}, SETUP_TROUBLE[found.trouble].words);
  const problem = passwordProblem(wanted.password, [wanted.name, wanted.businessName, wanted.email]);
  if (problem) return refuse({ password: problem });
  const made = await makeFirstAccount({ ...wanted, code, network: clientNetwork(await headers()) });
  if (!made.ok) return refuse({}, SETUP_TROUBLE[made.trouble].words);
  await beginSession({ userId: made.userId, method: "account_created" });
  redirect(`/w/${made.slug}/onboarding?new=1`);
});
