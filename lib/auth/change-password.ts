import { asSystem } from "@/db/tenant";
import { recordAccountEvent } from "@/lib/audit/record-account-event";
import { enqueueAfterwards } from "@/lib/jobs/queue";
import { hashPassword } from "./password-hash";
import type { Taken } from "./rate-limit";
import type { Account } from "./session";
import { lockAccount, setPassword } from "./set-password";
import { checkOwnPassword, WRONG_PASSWORD } from "./sign-in";

type Change = {
  user: Account;
  current: string;
  password: string;
  network: string;
  sessionId: string | null;
  /** What the browser's device cookie holds. */
  device?: string | null;
};

/** Sets a new password for somebody who knows the old one, and ends their sessions everywhere else. */
export async function changePassword(change: Change): Promise<Taken> {
  const { user, current, password, network, sessionId, device } = change;
  const userId = user.id;
  const known = await checkOwnPassword({ userId, password: current, network });
  if (!known.ok) return known;
  const passwordHash = await hashPassword(password, { network, isKnown: true });
  const changed = await asSystem(async (tx) => {
    // A reset may have come in between: then the old password is not the password any more.
    if ((await lockAccount(tx, userId)) !== known.hash) return false;
    await setPassword(tx, { userId, passwordHash, keepSessionId: sessionId, keepDevice: device });
    await recordAccountEvent({ tx, kind: "password_changed", actorUserId: userId, userId, network });
    return true;
  });
  if (!changed) return { ok: false, words: WRONG_PASSWORD };
  await enqueueAfterwards("mail", { kind: "password_changed", email: user.email });
  return { ok: true };
}
