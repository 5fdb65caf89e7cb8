import type { Actor } from "./actors";
import type { App } from "./ask";
import type { Database } from "./database";

/** The changes of a workspace as one of its people hears them, for as long as everything else goes on. */
export type Listening = { actor: Actor; heard: () => string; stop: () => Promise<void> };

export async function listen(app: App, actor: Actor): Promise<Listening> {
  const controller = new AbortController();
  const response = await fetch(`${app.base}/w/${actor.home.slug}/events`, {
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
const TABLES = [
  "leads",
  "calls",
  "messages",
  "numbers",
  "recoveries",
  "lead_events",
  "ring_phones",
  "excluded_numbers",
];

/** The ids in a text that are another workspace's, also of rows that were made since everything was planted. */
export async function idsOf(database: Database, workspaceId: string, text: string): Promise<string[]> {
  const named = [...new Set(text.match(UUID) ?? [])];
  const sql = database.raw;
  const theirs = await Promise.all(
    TABLES.map((table) => sql<{ id: string }[]>`select id from ${sql(table)} where workspace_id = ${workspaceId}`),
  );
  const all = new Set([workspaceId, ...theirs.flat().map(({ id }) => id)]);
  return named.filter((id) => all.has(id));
}
