import { sql } from "drizzle-orm";
import type { SignUpMode } from "@/db/enums";
import { lookUp } from "@/db/tenant";
import { env } from "@/lib/env";

/** Who may open a workspace now. While there is no user it takes the set-up link, whatever SIGN_UP says. */
export async function whoMaySignUp(): Promise<SignUpMode | "first"> {
  const people = await lookUp(sql`select 1 from users limit 1`);
  return people.length > 0 ? env().SIGN_UP : "first";
}
