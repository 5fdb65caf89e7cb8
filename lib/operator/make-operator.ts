import { sql } from "drizzle-orm";
import { asSystem, lookUp } from "@/db/tenant";
import { recordAccountEvent } from "@/lib/audit/record-account-event";
import { makeSetupLink, SETUP_HOURS } from "./first-run";

/**
 * What whoever has a shell on the server asked for, done, and a sentence about it: makes the person with this address an
 * operator, or, while there is nobody, a new set-up link.
 */
export async function runOperatorCommand(email: string | undefined): Promise<{ ok: boolean; words: string }> {
  const link = await makeSetupLink();
  if (link) return { ok: true, words: setupWords(link) };
  if (!email) {
    return {
      ok: false,
      words: "Say whose address: npm run operator -- mail@example.com. There are users, so there is no set-up link.",
    };
  }
  return makeOperator(email);
}

/** What a web process says when it starts: how the first account is made, or how an operator is. Null when neither is due. */
export async function operatorNotice(): Promise<string | null> {
  const link = await makeSetupLink();
  if (link) return setupWords(link);
  const operators = await lookUp(sql`select 1 from users where operator_at is not null limit 1`);
  if (operators.length > 0) return null;
  return "Nobody runs this installation yet. Make somebody its operator: npm run operator -- mail@example.com";
}

function setupWords(link: string): string {
  return `This Ringback is new. Whoever opens this link makes the first account and runs it. It works once, for ${SETUP_HOURS} hours:\n${link}`;
}

async function makeOperator(email: string): Promise<{ ok: boolean; words: string }> {
  return asSystem(async (tx) => {
    const [user] = await tx.execute<{ id: string; email: string; was: boolean }>(sql`
      select id, email, operator_at is not null as was from users where lower(email) = lower(${email.trim()}) for update`);
    if (!user) return { ok: false, words: `Nobody here has the address ${email}. Check how it is written.` };
    if (user.was) return { ok: true, words: `${user.email} is an operator already.` };
    await tx.execute(sql`update users set operator_at = app_now() where id = ${user.id}`);
    await recordAccountEvent({ tx, kind: "operator_made", actorUserId: null, userId: user.id });
    return { ok: true, words: `${user.email} is an operator now.` };
  });
}
