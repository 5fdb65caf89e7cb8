"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { clientNetwork } from "@/lib/auth/client-network";
import { safeNext } from "@/lib/auth/safe-next";
import { newSessionCookieValue, sessionCookie } from "@/lib/auth/session-cookie";
import { signIn } from "@/lib/auth/sign-in";
import { type FormState, parseForm, refuse } from "@/lib/form";

const schema = z.object({
  email: z.string().trim().min(1, "Enter your email."),
  password: z.string().min(1, "Enter your password.").max(1_000, "That is too long for a password."),
  next: z.string().optional(),
});

export async function signInAction(_: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(schema, form);
  if (!parsed.ok) return parsed.state;
  const { email, password, next } = parsed.data;
  const result = await signIn({ email, password, network: clientNetwork(await headers()) });
  if (!result.ok) return refuse(form, {}, result.words);

  const { name, options, maxAge } = sessionCookie();
  (await cookies()).set(name, await newSessionCookieValue(result.user.id), { ...options, maxAge });
  redirect(safeNext(next));
}
