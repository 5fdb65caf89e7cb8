"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/lib/action";
import { beginSession } from "@/lib/auth/begin-session";
import { clientNetwork } from "@/lib/auth/client-network";
import { passwordProblem } from "@/lib/auth/password-problem";
import { findPasswordReset, resetPassword } from "@/lib/auth/reset-password";
import { codePage } from "@/lib/auth/safe-next";
import { untrimmed } from "@/lib/shapes";

const schema = z.object({ token: untrimmed(100), password: untrimmed(1000, "That is too long for a password.") });

const LINK_OVER = 'This link is over. Ask for a new one under "Forgot it?" on the sign-in page.';

export const resetPasswordAction = formAction([], schema, async ({ token, password }, refuse) => {
  const user = await findPasswordReset(token);
  if (!user) return refuse({}, LINK_OVER);
  const problem = passwordProblem(password, [user.name, user.email]);
  if (problem) return refuse({ password: problem });
  const network = clientNetwork(await headers());
  if (!(await resetPassword({ token, password, network }))) return refuse({}, LINK_OVER);
  const { owesCode } = await beginSession({ userId: user.id, method: "password_reset" });
  redirect(owesCode ? codePage() : "/w");
});
