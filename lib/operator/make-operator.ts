import { sql } from "drizzle-orm";
import { lookUp } from "@/db/tenant";
import { recordAccountEvent } from "@/lib/audit/record-account-event";
import { makeSetupLink, SETUP_HOURS } from "./first-run";
import { type CommandDone, forPerson, help, isHelp } from "./help-person";

/**
 * What whoever has a shell on the server asked for, done, and a sentence about it: makes the person with this address an
 * operator, or helps them; while there is nobody, makes a new set-up link.
 */
export async function runOperatorCommand(given?: string, address = ""): Promise<CommandDone> {
  const link = await makeSetupLink();
  if (link) return { ok: true, words: setupWords(link) };
  if (!given) {
    return {
      ok: false,
      words: "Say whose address: npm run operator -- mail@example.com. There are users, so there is no set-up link.",
    };
  }
  return isHelp(given) ? help(given, address) : makeOperator(given);
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

function makeOperator(address: string): Promise<CommandDone> {
  return forPerson(address, async (tx, { id, email, isOperator }) => {
    if (isOperator) return `${email} is an operator already.`;
    await tx.execute(sql`update users set operator_at = app_now() where id = ${id}`);
    await recordAccountEvent({ tx, kind: "operator_made", actorUserId: null, userId: id });
    return `${email} is an operator now.`;
  });
}
