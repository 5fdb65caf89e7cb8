import { randomInt } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { recoveryCodes } from "@/db/schema/people";
import type { Tx } from "@/db/tenant";
import { hashToken } from "./secret-token";

const COUNT = 10;
const GROUPS = 4;
const GROUP_LENGTH = 4;
/** Letters and digits that are not taken for each other; 32 of them, so that a code has 80 bits. */
const ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

/** Makes ten codes in place of the older ones. They are shown once: the rows hold hashes. */
export async function replaceRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  const codes = Array.from({ length: COUNT }, newCode);
  await tx.insert(recoveryCodes).values(codes.map((code) => ({ userId, codeHash: hashCode(code) })));
  return codes;
}

/** Uses a code up. False for one that is used or not the person's; of two at the same moment one comes through. */
export async function spendRecoveryCode(tx: Tx, userId: string, typed: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    update recovery_codes set used_at = app_now()
    where user_id = ${userId} and code_hash = ${hashCode(typed)} and used_at is null returning 1`);
  return rows.length > 0;
}

export async function countRecoveryCodes(tx: Tx, userId: string): Promise<number> {
  const rows = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from recovery_codes where user_id = ${userId} and used_at is null`,
  );
  return rows[0]?.count ?? 0;
}

function newCode(): string {
  const group = () => Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return Array.from({ length: GROUPS }, group).join("-");
}

/** However it was typed: capitals, with blanks or without its hyphens. */
function hashCode(typed: string): string {
  return hashToken(typed.toLowerCase().replace(/[^a-z\d]/g, ""));
}
