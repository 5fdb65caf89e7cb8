"use server";

import { refresh } from "next/cache";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { action, formAction, sentForm } from "@/lib/action";
import { currentDevice } from "@/lib/auth/begin-session";
import { changePassword } from "@/lib/auth/change-password";
import { clientNetwork } from "@/lib/auth/client-network";
import { requestProof } from "@/lib/auth/mail-link";
import { passwordProblem } from "@/lib/auth/password-problem";
import { takeAttempt } from "@/lib/auth/rate-limit";
import { currentSessionId, requireUser } from "@/lib/auth/require-workspace";
import { endSession, revokeAllSessions, revokeSession } from "@/lib/auth/session";
import { sessionCookie } from "@/lib/auth/session-cookie";
import { WRONG_PASSWORD } from "@/lib/auth/sign-in";
import { mailIsConfigured, NO_MAIL } from "@/lib/email/mail-configured";
import { id, untrimmed } from "@/lib/shapes";

const THEME_SECONDS = 365 * 24 * 60 * 60;

const TOO_LONG = "That is too long for a password.";
const passwords = z.object({
  currentPassword: untrimmed(1000, TOO_LONG).min(1, "Enter your password as it is now."),
  newPassword: untrimmed(1000, TOO_LONG),
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

/** Ends one session of the person, on another device. */
export const endSessionAction = action([id], async (id): Promise<void> => {
  const user = await requireUser();
  await endSession(user.id, id);
  refresh();
});

const theme = z.enum(["light", "dark", "device"]);

/** Light, dark, or as the device has it. */
export const chooseTheme = action([theme], async (theme): Promise<void> => {
  const jar = await cookies();
  if (theme === "light" || theme === "dark") {
    const { secure } = sessionCookie().options;
    jar.set("theme", theme, { path: "/", sameSite: "lax", secure, maxAge: THEME_SECONDS });
  } else {
    jar.delete("theme");
  }
  refresh();
});

export const saveLook = action([sentForm(z.object({ theme }))], ({ theme }) => chooseTheme(theme));

export const changePasswordAction = formAction([], passwords, async (passwords, refuse) => {
  const user = await requireUser();
  const sessionId = await currentSessionId();
  const { currentPassword: current, newPassword: password } = passwords;
  const problem = passwordProblem(password, [user.name, user.email]);
  if (problem) return refuse({ newPassword: problem });
  const network = clientNetwork(await headers());
  const device = await currentDevice();
  const changed = await changePassword({ user, current, password, network, sessionId, device });
  if (changed.ok) return { ok: true, message: "Your new password is set. Other devices are signed out." };
  return changed.words === WRONG_PASSWORD ? refuse({ currentPassword: WRONG_PASSWORD }) : refuse({}, changed.words);
});

/** Mails a link that proves the person's address. */
export const askToProveAction = formAction([], z.object({}), async (_, refuse) => {
  const user = await requireUser();
  if (!mailIsConfigured()) return refuse({}, `${NO_MAIL} Its operator can set up a mail server.`);
  const taken = await takeAttempt({ limit: "proof_account", by: user.id });
  if (!taken.ok) return refuse({}, taken.words);
  await requestProof(user.id);
  return { ok: true, message: `A link is on its way to ${user.email}. It works once, for an hour.` };
});

async function leave(): Promise<never> {
  const { name, options } = sessionCookie();
  // With its attributes: browsers ignore who would remove a cookie of this name without Secure.
  (await cookies()).delete({ name, ...options });
  redirect("/sign-in?left=1");
}
