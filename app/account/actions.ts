"use server";

import { refresh } from "next/cache";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { changePassword } from "@/lib/auth/change-password";
import { clientNetwork } from "@/lib/auth/client-network";
import { passwordProblem } from "@/lib/auth/password-problem";
import { currentSessionId, requireUser } from "@/lib/auth/require-workspace";
import { revokeAllSessions, revokeSession } from "@/lib/auth/session";
import { sessionCookie } from "@/lib/auth/session-cookie";
import { WRONG_SIGN_IN } from "@/lib/auth/sign-in";
import { type FormState, parseForm, refuse } from "@/lib/form";

const THEME_SECONDS = 365 * 24 * 60 * 60;

const passwords = z.object({
  currentPassword: z.string().min(1, "Enter your password as it is now."),
  newPassword: z.string(),
});

export async function signOut(): Promise<void> {
  const sessionId = await currentSessionId();
  if (sessionId) await revokeSession(sessionId);
  await leave();
}

/** Ends every session of the person, on every device. */
export async function signOutEverywhere(): Promise<void> {
  const user = await requireUser();
  await revokeAllSessions(user.id);
  await leave();
}

/** Light, dark, or as the device has it. */
export async function chooseTheme(theme: string): Promise<void> {
  const jar = await cookies();
  if (theme === "light" || theme === "dark") {
    const { secure } = sessionCookie().options;
    jar.set("theme", theme, { path: "/", sameSite: "lax", secure, maxAge: THEME_SECONDS });
  } else {
    jar.delete("theme");
  }
  refresh();
}

export async function saveLook(form: FormData): Promise<void> {
  await chooseTheme(String(form.get("theme")));
}

export async function changePasswordAction(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser();
  const sessionId = await currentSessionId();
  const parsed = parseForm(passwords, form);
  if (!parsed.ok) return parsed.state;
  const { currentPassword: current, newPassword: password } = parsed.data;
  const problem = passwordProblem(password, [user.name, user.email]);
  if (problem) return refuse(form, { newPassword: problem });
  const network = clientNetwork(await headers());
  const changed = await changePassword({ user, current, password, network, sessionId });
  if (changed.ok) return { ok: true, message: "Your new password is set. Other devices are signed out." };
  return changed.words === WRONG_SIGN_IN
    ? refuse(form, { currentPassword: "That isn't your password." })
    : refuse(form, {}, changed.words);
}

async function leave(): Promise<never> {
  (await cookies()).delete(sessionCookie().name);
  redirect("/sign-in?left=1");
}
