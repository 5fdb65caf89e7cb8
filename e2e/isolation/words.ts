import type { Database } from "./database";
import type { World } from "./world";

/** Planted for the case that they leak; no screen shows them, to anybody. */
const SHOWN_TO_NOBODY = [
  "secret",
  "hash",
  "params",
  "answer",
  "worker",
  "audit",
  "subject",
  "heard",
  "lost",
  "undelivered",
  "opt-out",
];

/** The words that follow a workspace's token, wherever they stand in a text. */
export function wordsIn(text: string, token: string): string[] {
  return [...text.matchAll(new RegExp(`${token} ([a-z-]+)`, "g"))].map(([, word]) => word ?? "");
}

/** What was planted and none of its own people saw on any screen, though it is to be seen. */
export async function neverSeen(database: Database, world: World, seen: Set<string>): Promise<string[]> {
  const sql = database.raw;
  const columns = await sql<{ table: string; column: string }[]>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and data_type in ('text', 'jsonb')`;
  const planted = new Set<string>();
  for (const { table, column } of columns) {
    const rows = await sql<{ text: string }[]>`
      select ${sql(column)}::text as text from ${sql(table)} where ${sql(column)}::text like ${`%${world.token} %`}`;
    for (const { text } of rows) for (const word of wordsIn(text, world.token)) planted.add(word);
  }
  return [...planted].filter((word) => !SHOWN_TO_NOBODY.includes(word) && !seen.has(`${world.token} ${word}`));
}
