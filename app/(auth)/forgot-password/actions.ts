"use server";

import { headers } from "next/headers";
import { z } from "zod";
import { clientNetwork } from "@/lib/auth/client-network";
import { takeAttempt } from "@/lib/auth/rate-limit";
import { requestPasswordReset } from "@/lib/auth/reset-password";
import { type FormState, parseForm, refuse } from "@/lib/form";

const schema = z.object({ email: z.string().trim().pipe(z.email("Enter an email like dana@example.com.")) });

export async function forgotPasswordAction(_: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(schema, form);
  if (!parsed.ok) return parsed.state;
  const { email } = parsed.data;
  const taken = await takeAttempt(
    { limit: "reset_address", by: email },
    { limit: "reset_network", by: clientNetwork(await headers()) },
  );
  if (!taken.ok) return refuse(form, {}, taken.words);
  await requestPasswordReset(email);
  return {
    ok: true,
    message: `If ${email} has an account, a link is on its way. It works once, for an hour.`,
    values: { email },
  };
}
