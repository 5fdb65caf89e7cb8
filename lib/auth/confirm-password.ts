import { eq, sql } from "drizzle-orm";
import { sessions } from "@/db/schema/people";
import { asSystem } from "@/db/tenant";
import { recordAccountEvent } from "@/lib/audit/record-account-event";
import type { Session } from "./session";
import { signIn, WRONG_SIGN_IN } from "./sign-in";

type Confirmation = { session: Session; password: string; network: string };

/** Notes in the session that its person typed their password just now. Counted as a sign-in is. */
export async function confirmPassword({ session, password, network }: Confirmation) {
  const { id: userId, email } = session.user;
  const known = await signIn({ email, password, network });
  if (!known.ok)
    return known.words === WRONG_SIGN_IN ? { ok: false as const, words: "That isn't your password." } : known;
  await asSystem(async (tx) => {
    await tx.update(sessions).set({ passwordAt: sql`app_now()` }).where(eq(sessions.id, session.id));
    await recordAccountEvent({ tx, kind: "password_confirmed", actorUserId: userId, userId, network });
  });
  return { ok: true as const };
}
