import { eq, sql } from "drizzle-orm";
import { recoveryCodes, secondFactors } from "@/db/schema/people";
import { asSystem, type Tx } from "@/db/tenant";
import { recordAccountEvent } from "@/lib/audit/record-account-event";
import { hashPassword } from "@/lib/auth/password-hash";
import { newSecretToken } from "@/lib/auth/secret-token";
import { revokeSessions } from "@/lib/auth/session";
import { setPassword } from "@/lib/auth/set-password";

/** What became of a command, in a sentence. */
export type CommandDone = { ok: boolean; words: string };

type Person = { id: string; email: string; isOperator: boolean };

/** What only whoever has a shell on the server does for somebody who cannot get in, or must not stay in. */
const HELP = {
  "--new-password": giveNewPassword,
  "--sign-out": signOut,
  "--no-codes": removeCodes,
} as const satisfies Record<string, (address: string) => Promise<CommandDone>>;

export function isHelp(word: string): word is keyof typeof HELP {
  return Object.hasOwn(HELP, word);
}

export function help(word: keyof typeof HELP, address: string): Promise<CommandDone> {
  return HELP[word](address);
}

/** A password and no link: a link that was not mailed would prove an address that nobody has proved. */
async function giveNewPassword(address: string): Promise<CommandDone> {
  const password = newSecretToken();
  const passwordHash = await hashPassword(password);
  return forPerson(address, async (tx, { id: userId, email }) => {
    await setPassword(tx, { userId, passwordHash });
    await recordAccountEvent({ tx, kind: "password_reset", actorUserId: null, userId });
    return `${email} is signed out everywhere and has a new password. Choose another under Your account:\n${password}`;
  });
}

function signOut(address: string): Promise<CommandDone> {
  return forPerson(address, async (tx, { id: userId, email }) => {
    await revokeSessions(tx, userId);
    await recordAccountEvent({ tx, kind: "sessions_ended", actorUserId: null, userId });
    return `${email} is signed out everywhere.`;
  });
}

function removeCodes(address: string): Promise<CommandDone> {
  return forPerson(address, async (tx, { id: userId, email }) => {
    await tx.delete(secondFactors).where(eq(secondFactors.userId, userId));
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
    await revokeSessions(tx, userId);
    await recordAccountEvent({ tx, kind: "second_factor_removed", actorUserId: null, userId });
    return `${email} is signed out everywhere and is asked for no codes any more.`;
  });
}

/** Does something for the person with this address, whose row nobody else changes meanwhile. */
export function forPerson(address: string, work: (tx: Tx, person: Person) => Promise<string>): Promise<CommandDone> {
  return asSystem(async (tx) => {
    const [person] = await tx.execute<Person>(sql`
      select id, email, operator_at is not null as "isOperator" from users
      where lower(email) = lower(${address.trim()}) for update`);
    if (!person) return { ok: false, words: `Nobody here has the address ${address}. Check how it is written.` };
    return { ok: true, words: await work(tx, person) };
  });
}
