"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/lib/action";
import { beginSession, currentDevice } from "@/lib/auth/begin-session";
import { clientNetwork } from "@/lib/auth/client-network";
import { requestSignInLink } from "@/lib/auth/mail-link";
import { takeAttempt } from "@/lib/auth/rate-limit";
import { codePage, safeNext } from "@/lib/auth/safe-next";
import { signIn } from "@/lib/auth/sign-in";
import { mailIsConfigured, NO_MAIL } from "@/lib/email/mail-configured";
import type { FormState, Refuse } from "@/lib/form";
import * as shapes from "@/lib/shapes";

const schema = z.object({
  email: shapes.email,
  password: shapes.untrimmed(1000, "That is too long for a password.").optional(),
  next: shapes.untrimmed(2000).optional(),
  /** Which of the form's two buttons was pressed. */
  how: shapes.oneOf(["password", "link"]).optional(),
});

export const signInAction = formAction([], schema, async ({ email, password = "", next, how }, refuse) => {
  const network = clientNetwork(await headers());
  if (how === "link") return mailLink({ email, network, next }, refuse);
  if (password === "") return refuse({ password: "Enter your password." });
  const result = await signIn({ email, password, network, device: await currentDevice() });
  if (!result.ok) return refuse({}, result.words);
  const { owesCode } = await beginSession({ userId: result.user.id, method: "password" });
  redirect(owesCode ? codePage(next) : safeNext(next));
});

type Asked = { email: string; network: string; next?: string };

/** The same answer, as soon, for an address that has an account and for one that has none. */
async function mailLink({ email, network, next }: Asked, refuse: Refuse): Promise<FormState> {
  if (!mailIsConfigured()) return refuse({}, `${NO_MAIL} Sign in with your password.`);
  const taken = await takeAttempt({ limit: "link_network", by: network }, { limit: "link_address", by: email });
  if (!taken.ok) return refuse({}, taken.words);
  await requestSignInLink(email);
  return {
    ok: true,
    message: `If ${email} has an account and has been proved, a link to sign in is on its way. It works once, for 15 minutes.`,
    values: { email, ...(next ? { next } : {}) },
  };
}
