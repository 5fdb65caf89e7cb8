import { eq } from "drizzle-orm";
import { users } from "@/db/schema/people";
import { asSystem } from "@/db/tenant";
import { enqueueAfterwards } from "@/lib/jobs/queue";
import { hashPassword } from "./password-hash";
import { type Account, revokeSessions } from "./session";
import { signIn } from "./sign-in";

type Change = { user: Account; current: string; password: string; network: string; sessionId: string | null };

/** Sets a new password for somebody who knows the old one, and ends their sessions everywhere else. */
export async function changePassword({ user, current, password, network, sessionId }: Change) {
  const known = await signIn({ email: user.email, password: current, network });
  if (!known.ok) return known;
  const passwordHash = await hashPassword(password);
  await asSystem(async (tx) => {
    await tx.update(users).set({ passwordHash }).where(eq(users.id, user.id));
    await revokeSessions(tx, user.id, { but: sessionId });
  });
  await enqueueAfterwards("mail", { kind: "password_changed", email: user.email });
  return { ok: true } as const;
}
