import { sql } from "drizzle-orm";
import { lookUp } from "@/db/tenant";
import { makeUser } from "@/db/testing/factories";

/** A person who runs the installation and belongs to no workspace. */
export async function someOperator(): Promise<string> {
  const { userId } = await makeUser("Robin Operator");
  await lookUp(sql`update users set operator_at = app_now() where id = ${userId}`);
  return userId;
}
