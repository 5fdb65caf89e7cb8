import { sql } from "drizzle-orm";
import { asSystem, lookUp } from "@/db/tenant";
import { recordAccountEvent } from "@/lib/audit/record-account-event";
import { readEmailAddress } from "./email-address";
import { deviceHash, isKnownDevice } from "./known-device";
import { passwordMatches } from "./password-hash";
import { type Attempt, giveBack, type Limit, type Taken, takeAttempt } from "./rate-limit";
import type { Account } from "./session";

export const WRONG_SIGN_IN = "That email and password don't go together.";
export const WRONG_PASSWORD = "That isn't your password.";

/** No password is longer, and a form says so. */
const LONGEST_PASSWORD = 1_000;

export type SignedIn = { ok: true; user: Account } | { ok: false; words: string };

type SignIn = {
  email: string;
  password: string;
  network: string;
  /** What the browser's device cookie holds. */
  device?: string | null;
};

/**
 * Checks an address and password. Says and takes the same for a wrong password and an address nobody has. The password of
 * somebody who signs in with a browser they have used before is counted for that browser alone: strangers who try
 * passwords cannot lock them out.
 * @throws Busy when too many passwords are being checked
 */
export async function signIn({ email: typed, password, network, device = null }: SignIn): Promise<SignedIn> {
  const address = readEmailAddress(typed);
  if (!address.ok) return address;
  if (password.length > LONGEST_PASSWORD) return { ok: false, words: WRONG_SIGN_IN };
  const found = await findAccount(address.email);
  const known = found && device ? await isKnownDevice(device, found.id) : false;
  const ofDevice = found && device && known ? attemptsOf("sign_in_device", deviceHash(device, found.id)) : null;
  // An address nobody has is counted as an account is, or the limit would tell the two apart.
  const ofAnybody = [
    ...attemptsOf("sign_in_network", network),
    ...attemptsOf("sign_in_account", found ? `id:${found.id}` : `address:${address.email}`),
  ];
  const { taken, attempts } = await takeFirst(ofDevice ? [ofDevice, ofAnybody] : [ofAnybody]);
  if (!taken.ok) return taken;
  const matches = await compare(attempts, () =>
    passwordMatches(password, found?.hash ?? null, { network, isKnown: known }),
  );
  if (found && matches) return { ok: true, user: { id: found.id, name: found.name, email: found.email } };
  await noteFailure(found?.id ?? null, network);
  return { ok: false, words: WRONG_SIGN_IN };
}

/** `hash`: what the password was compared with. */
type OwnPasswordChecked = { ok: true; hash: string } | { ok: false; words: string };
type OwnPassword = { userId: string; password: string; network: string };

/** Checks the password of somebody who is signed in, counted apart: strangers who fail to sign in do not use it up. */
export async function checkOwnPassword({ userId, password, network }: OwnPassword): Promise<OwnPasswordChecked> {
  const attempts = attemptsOf("own_password", userId);
  const taken = await takeAttempt(...attempts);
  if (!taken.ok) return taken;
  const [row] = await lookUp<{ hash: string }>(sql`select password_hash as hash from users where id = ${userId}`);
  const hash = row?.hash ?? null;
  const matches = await compare(attempts, () => passwordMatches(password, hash, { network, isKnown: true }));
  if (hash && matches) return { ok: true, hash };
  await noteFailure(userId, network);
  return { ok: false, words: WRONG_PASSWORD };
}

async function findAccount(email: string): Promise<(Account & { hash: string }) | undefined> {
  const [found] = await lookUp<Account & { hash: string }>(
    sql`select id, name, email, password_hash as hash from users where lower(email) = ${email}`,
  );
  return found;
}

type Counted = "sign_in_network" | "sign_in_account" | "sign_in_device" | "own_password";

function attemptsOf(what: Counted, by: string): Attempt[] {
  const limits: Limit[] = [`${what}_tries`, `${what}_failures`];
  return limits.map((limit) => ({ limit, by }));
}

/** Takes the first of several sets of limits that has room. */
async function takeFirst(sets: Attempt[][]): Promise<{ taken: Taken; attempts: Attempt[] }> {
  let last: { taken: Taken; attempts: Attempt[] } = { taken: { ok: true }, attempts: [] };
  for (const attempts of sets) {
    last = { taken: await takeAttempt(...attempts), attempts };
    if (last.taken.ok) return last;
  }
  return last;
}

/** Gives failures back for a right password, and everything where no password was compared. */
async function compare(attempts: Attempt[], matches: () => Promise<boolean>): Promise<boolean> {
  try {
    const right = await matches();
    if (right) await giveBack(...attempts.filter(({ limit }) => limit.endsWith("_failures")));
    return right;
  } catch (error) {
    await giveBack(...attempts);
    throw error;
  }
}

/** Failures at addresses nobody has are noted up to a number an hour: the log is kept for years. */
async function noteFailure(userId: string | null, network: string): Promise<void> {
  if (!userId) {
    const noted = await takeAttempt(
      { limit: "unknown_failures_noted_network", by: network },
      { limit: "unknown_failures_noted", by: "all" },
    );
    if (!noted.ok) return;
  }
  await asSystem((tx) => recordAccountEvent({ tx, kind: "sign_in_failed", actorUserId: null, userId, network }));
}
