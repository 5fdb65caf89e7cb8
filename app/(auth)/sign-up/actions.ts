"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/lib/action";
import { clientNetwork } from "@/lib/auth/client-network";
import { passwordProblem } from "@/lib/auth/password-problem";
import { takeAttempt } from "@/lib/auth/rate-limit";
import * as shapes from "@/lib/shapes";
import { signUp } from "@/lib/workspaces/sign-up";
import { isTimeZone } from "@/lib/workspaces/time-zones";

const schema = z
  .object({
    name: shapes.text(80).min(1, "Enter your name."),
    businessName: shapes.text(60).min(1, "Enter the name your callers know."),
    timeZone: shapes.text(60, "Choose your time zone.").refine(isTimeZone, "Choose your time zone."),
    email: shapes.email,
    password: shapes.untrimmed(1000, "That is too long for a password."),
  })
  .superRefine(({ password, name, businessName, email }, context) => {
    const problem = passwordProblem(password, [name, businessName, email]);
    if (problem) context.addIssue({ code: "custom", path: ["password"], message: problem });
  });

export const signUpAction = formAction([], schema, async (wanted, refuse) => {
  const taken = await takeAttempt(
    { limit: "sign_up_address", by: wanted.email },
    { limit: "sign_up_network", by: clientNetwork(await headers()) },
  );
  if (!taken.ok) return refuse({}, taken.words);
  await signUp(wanted);
  redirect("/sign-in?created=1");
});
