import type { Role } from "@/db/enums";
import type { IdKind, Ids } from "./ids";

export type ActionCover = {
  /** The least that may do it; `person` is anybody signed in, `anybody` needs no session. None of these actors is an operator. */
  may: Role | "operator" | "person" | "anybody";
  /** What it takes from whoever asks, wherever that stands. */
  ids: IdKind[];
  args: (ids: Ids) => unknown[];
  /** To those who may not do it there is no such thing: a 404, not a 403. */
  hidden?: true;
  /** Other arguments with which it does something else, by what that is. */
  also?: Record<string, (ids: Ids) => unknown[]>;
  /** Ends the session it is called in, or every session of that person. */
  leaves?: true;
  /** Counts how often an address is tried. */
  counts?: true;
  /** Says in its answer that it did not do it: for what cannot come true here, and why. */
  declines?: string;
};

/** What a form's state is before anybody has sent it. */
export const UNTOUCHED = { ok: false };

export function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}
