import { randomBytes, scryptSync } from "node:crypto";
import { sql } from "drizzle-orm";
import { lookUp } from "@/db/tenant";

/** Gives somebody a password whose hash is cheap to check, which a hash says of itself. */
export async function givePassword(userId: string, password: string): Promise<void> {
  const salt = randomBytes(16);
  const key = scryptSync(password.normalize("NFKC"), salt, 32, { N: 2 ** 4, r: 8, p: 1 });
  const hash = ["scrypt", 4, 8, 1, salt.toString("base64url"), key.toString("base64url")].join("$");
  await lookUp(sql`update users set password_hash = ${hash} where id = ${userId}`);
}
