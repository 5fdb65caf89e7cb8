"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/lib/action";
import { clientNetwork } from "@/lib/auth/client-network";
import { confirmPassword } from "@/lib/auth/confirm-password";
import { requireSession } from "@/lib/auth/require-workspace";
import { safeNext } from "@/lib/auth/safe-next";
import { WRONG_PASSWORD } from "@/lib/auth/sign-in";
import * as shapes from "@/lib/shapes";

const schema = z.object({
  password: shapes.untrimmed(1000, "That is too long for a password.").min(1, "Enter your password."),
  next: shapes.untrimmed(2000).optional(),
});

export const confirmPasswordAction = formAction([], schema, async ({ password, next }, refuse) => {
  const session = await requireSession();
  const confirmed = await confirmPassword({ session, password, network: clientNetwork(await headers()) });
  if (!confirmed.ok) {
    return confirmed.words === WRONG_PASSWORD ? refuse({ password: WRONG_PASSWORD }) : refuse({}, confirmed.words);
  }
  redirect(safeNext(next));
});
