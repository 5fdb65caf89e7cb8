import { isUuid } from "./uuid";

/** Where a page ended: the time and the id of its last row. */
export type Cursor = { at: Date; id: string };

export function encodeCursor({ at, id }: Cursor): string {
  return Buffer.from(`${at.getTime()}.${id}`).toString("base64url");
}

/** Null for anything that is not one of ours: the list then begins at its beginning. */
export function decodeCursor(text: string | undefined): Cursor | null {
  const [time, id, ...more] = Buffer.from(text ?? "", "base64url")
    .toString()
    .split(".");
  const at = new Date(Number(time || Number.NaN));
  if (!id || more.length > 0 || Number.isNaN(at.getTime()) || !isUuid(id)) return null;
  return { at, id };
}
