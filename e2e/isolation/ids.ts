/** Every kind of id that a page, a route or an action takes from whoever asks. */
export const ID_KINDS = [
  "workspace",
  "workspaceId",
  "lead",
  "call",
  "callSid",
  "number",
  "spareNumber",
  "phone",
  "exclusion",
  "move",
  "queuedText",
  "newText",
  "newNote",
  "newPhone",
  "picture",
  "cursor",
  "words",
  "digits",
  "carrierNumber",
  "carrierSid",
  "resetToken",
  "signUpToken",
  "invitationToken",
  "newcomer",
  "email",
] as const;

export type IdKind = (typeof ID_KINDS)[number];
export type Ids = Record<IdKind, string>;

/**
 * What an id that is not theirs, or of nothing, gets: `not_found` a 404, `nothing` a plain answer; both change no row at
 * all, and are the same for another workspace's, a random and a removed one. `otherwise` is told apart by its nature: ids
 * that the browser makes, names that the phone company gives, links that are their own permission. By those, too, nobody
 * else's rows change.
 */
export const MISSING: Record<IdKind, "not_found" | "nothing" | "otherwise"> = {
  workspace: "not_found",
  // Only operators name a workspace by its id, and to everybody else none of that exists.
  workspaceId: "otherwise",
  lead: "not_found",
  call: "not_found",
  callSid: "not_found",
  number: "not_found",
  spareNumber: "not_found",
  phone: "not_found",
  exclusion: "nothing",
  move: "nothing",
  queuedText: "not_found",
  newText: "otherwise",
  newNote: "otherwise",
  newPhone: "otherwise",
  picture: "not_found",
  cursor: "nothing",
  // What somebody looks for: a name, or a part of a number.
  words: "nothing",
  digits: "nothing",
  carrierNumber: "otherwise",
  carrierSid: "otherwise",
  resetToken: "otherwise",
  signUpToken: "otherwise",
  invitationToken: "otherwise",
  // The address that such a link was made for.
  newcomer: "nothing",
  email: "nothing",
};

/** The segments of a path, or of a file of the app folder, with ids in their places. */
export function filled(path: string, ids: Record<string, string>): string {
  return path.replace(/\[(\w+)\]/g, (_, name: string) => {
    const id = ids[name];
    if (id === undefined) throw new Error(`${path} takes [${name}], of which its entry does not say what it is`);
    return id;
  });
}
