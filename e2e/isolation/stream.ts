import type { Actor } from "./actors";
import type { App } from "./ask";
import type { Database } from "./database";
import { foreignIn, markersOf } from "./markers";

/** The changes as one person hears them, for as long as everything else goes on. */
export type Listening = { actor: Actor; heard: () => string; stop: () => Promise<void> };

export async function listen(app: App, actor: Actor): Promise<Listening> {
  const controller = new AbortController();
  const response = await fetch(`${app.base}/api/events`, {
    headers: { cookie: actor.cookie ?? "" },
    signal: controller.signal,
  });
  if (!response.ok || !response.body) throw new Error(`${actor.name} cannot listen: ${response.status}`);
  let heard = "";
  const reading = readInto(response.body, (text) => {
    heard += text;
  });
  return {
    actor,
    heard: () => heard,
    stop: async () => {
      controller.abort();
      await reading;
    },
  };
}

async function readInto(body: ReadableStream<Uint8Array>, take: (text: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  try {
    for await (const chunk of body) take(decoder.decode(chunk, { stream: true }));
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
  }
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * What of the other workspace a stream told: its words and numbers, what was planted, and ids of rows that were made
 * since. It told of changes at home, or its silence proves nothing.
 */
export function judgeStream({ name, away }: Actor, said: string, theirIds: Set<string>) {
  const ids = new Set(said.match(UUID));
  const foreign = [...foreignIn(said, markersOf(away), []), ...[...ids].filter((id) => theirIds.has(id))];
  const told = `The event stream of ${name}`;
  const problems = foreign.map((marker) => `${told} told of "${marker}" of another workspace`);
  if (!said.includes("event: change")) problems.push(`${told} was silent, so it proves nothing`);
  return { foreign, problems };
}

/** The ids of a workspace and of all its rows, also of those that were made since everything was planted. */
export async function idsOf(database: Database, workspaceId: string): Promise<Set<string>> {
  const sql = database.raw;
  const tables = await sql<{ table: string }[]>`
    select table_name as table from information_schema.columns
    where table_schema = 'public' and column_name in ('workspace_id', 'id') group by 1 having count(*) = 2`;
  const rows = await Promise.all(
    tables.map(
      ({ table }) => sql<{ id: string }[]>`select id::text from ${sql(table)} where workspace_id = ${workspaceId}`,
    ),
  );
  return new Set([workspaceId, ...rows.flat().map(({ id }) => id)]);
}
