"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { clientNetwork } from "@/lib/auth/client-network";
import { passwordProblem } from "@/lib/auth/password-problem";
import { takeAttempt } from "@/lib/auth/rate-limit";
import { type FormState, parseForm, refuse } from "@/lib/form";
import { signUp } from "@/lib/workspaces/sign-up";
import { isTimeZone } from "@/lib/workspaces/time-zones";

const schema = z
  .object({
    name: z.string().trim().min(1, "Enter your name.").max(80, "Keep it to 80 characters."),
    businessName: z.string().trim().min(1, "Enter the name your callers know.").max(60, "Keep it to 60 characters."),
    timeZone: z.string().refine(isTimeZone, "Choose your time zone."),
    email: z.string().trim().pipe(z.email("Enter an email like dana@example.com.")),
    password: z.string(),
  })
  .superRefine(({ password, name, businessName, email }, context) => {
    const problem = passwordProblem(password, [name, businessName, email]);
    if (problem) context.addIssue({ code: "custom", path: ["password"], message: problem });
  });

export async function signUpAction(_: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(schema, form);
  if (!parsed.ok) return parsed.state;
  const taken = await takeAttempt(
    { limit: "sign_up_address", by: parsed.data.email },
    { limit: "sign_up_network", by: clientNetwork(await headers()) },
  );
  if (!taken.ok) return refuse(form, {}, taken.words);
  await signUp(parsed.data);
  redirect("/sign-in?created=1");
}
