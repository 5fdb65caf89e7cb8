"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { passwordProblem } from "@/lib/auth/password-problem";
import { findPasswordReset, resetPassword } from "@/lib/auth/reset-password";
import { type FormState, parseForm, refuse } from "@/lib/form";

const schema = z.object({ token: z.string(), password: z.string() });

const LINK_OVER = 'This link is over. Ask for a new one under "Forgot it?" on the sign-in page.';

export async function resetPasswordAction(_: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(schema, form);
  if (!parsed.ok) return parsed.state;
  const { token, password } = parsed.data;
  const user = await findPasswordReset(token);
  if (!user) return refuse(form, {}, LINK_OVER);
  const problem = passwordProblem(password, [user.name, user.email]);
  if (problem) return refuse(form, { password: problem });
  if (!(await resetPassword({ token, password }))) return refuse(form, {}, LINK_OVER);
  redirect("/sign-in?reset=1");
}
