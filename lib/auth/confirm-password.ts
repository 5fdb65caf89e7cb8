import { eq, sql } from "drizzle-orm";
import { sessions } from "@/db/schema/people";
import { asSystem } from "@/db/tenant";
import { recordAccountEvent } from "@/lib/audit/record-account-event";
import type { Taken } from "./rate-limit";
import type { Session } from "./session";
import { checkOwnPassword } from "./sign-in";

type Confirmation = { session: Session; password: string; network: string };

/** Notes in the session that its person typed their password just now. */
export async function confirmPassword({ session, password, network }: Confirmation): Promise<Taken> {
  const userId = session.user.id;
  const checked = await checkOwnPassword({ userId, password, network });
  if (!checked.ok) return checked;
  await asSystem(async (tx) => {
    await tx.update(sessions).set({ passwordAt: sql`app_now()` }).where(eq(sessions.id, session.id));
    await recordAccountEvent({ tx, kind: "password_confirmed", actorUserId: userId, userId, network });
  });
  return { ok: true };
}
