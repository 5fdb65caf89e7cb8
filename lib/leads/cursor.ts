import { z } from "zod";
import { id, moment } from "@/lib/shapes";

/** Where a page ended: the time and the id of its last row. */
export type Cursor = { at: Date; id: string };

const shape = z.object({ at: moment, id });
const WRITTEN = /^(\d{1,15})\.([0-9a-f-]{36})$/i;
const LONGEST = 100;

export function encodeCursor({ at, id }: Cursor): string {
  return Buffer.from(`${at.getTime()}.${id}`).toString("base64url");
}

/** Null for anything that is not one of ours: the list then begins at its beginning. */
export function decodeCursor(text = ""): Cursor | null {
  if (text.length > LONGEST) return null;
  const [, time, id] = WRITTEN.exec(Buffer.from(text, "base64url").toString()) ?? [];
  return shape.safeParse({ at: new Date(Number(time)), id }).data ?? null;
}
