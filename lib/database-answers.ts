import { sql } from "drizzle-orm";
import { lookUp } from "@/db/tenant";
import { log } from "@/lib/log";

/** Whether this process can do anything at all. */
export async function databaseAnswers({ withinMs }: { withinMs: number }): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${withinMs} ms`)), withinMs);
  });
  try {
    await Promise.race([lookUp(sql`select 1`), tooLate]);
    return true;
  } catch (error) {
    log.error("database.silent", error);
    return false;
  } finally {
    clearTimeout(timer);
  }
}
