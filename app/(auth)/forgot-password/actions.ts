"use server";

import { headers } from "next/headers";
import { z } from "zod";
import { formAction } from "@/lib/action";
import { clientNetwork } from "@/lib/auth/client-network";
import { takeAttempt } from "@/lib/auth/rate-limit";
import { requestPasswordReset } from "@/lib/auth/reset-password";
import { mailIsConfigured, NO_MAIL } from "@/lib/email/mail-configured";
import { email } from "@/lib/shapes";

const schema = z.object({ email });

export const forgotPasswordAction = formAction([], schema, async ({ email }, refuse) => {
  if (!mailIsConfigured()) return refuse({}, `${NO_MAIL} Whoever runs it can give you a new password.`);
  const taken = await takeAttempt(
    { limit: "reset_network", by: clientNetwork(await headers()) },
    { limit: "reset_address", by: email },
  );
  if (!taken.ok) return refuse({}, taken.words);
  await requestPasswordReset(email);
  return {
    ok: true,
    message: `If ${email} has an account, a link is on its way. It works once, for an hour.`,
    values: { email },
  };
});
