import { z } from "zod";
import { reference } from "./reference";

const payload = z.object({
  id: z.string(),
  kind: z.string(),
  contentType: z.string(),
  body: z.string().default(""),
});

/** The captured webhooks of some kinds, as their handlers would receive them. */
export function payloads(wanted: (kind: string) => boolean) {
  const { absent, note, read } = reference("payloads.jsonl");
  const lines = absent ? [] : read().trim().split("\n");
  const list = lines
    .map((line) => payload.parse(JSON.parse(line)))
    .filter(({ kind }) => wanted(kind))
    .map(({ id, kind, body }) => ({ id, kind, params: new URLSearchParams(body) }));
  return { absent, note, list };
}
