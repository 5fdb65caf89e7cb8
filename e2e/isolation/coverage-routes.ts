import type { IdKind, Ids } from "./ids";

type Three = { own: Ids; removed: Ids; random: Ids };

/** A parameter may take several kinds, one at a time. */
export type Query = Record<string, IdKind | IdKind[]>;

export type RouteCover =
  /** A page of a workspace, for everybody in it. `shows` are planted words that must be on it, so that it is not empty. */
  | { is: "page"; ids: Record<string, IdKind>; query?: Query; shows?: string[] }
  /** A workspace's file or stream, which answers by itself. A stream is read until it speaks. */
  | { is: "handler"; ids: Record<string, IdKind>; fixed?: Record<string, string>; until?: RegExp }
  /** A page of whoever is signed in, or the way on to their own workspace. */
  | { is: "personal"; goesHome?: true }
  /** The same for everybody, with nobody's data. */
  | { is: "open"; why: string; addresses?: (ids: Three) => string[] }
  /** Not there at all, as this installation is set up. */
  | { is: "absent"; why: string; addresses?: string[] }
  /** Tried by another test. */
  | { is: "elsewhere"; why: string };

const signed: RouteCover = {
  is: "elsewhere",
  why: "A webhook has no session: what may call it and for which workspace is tried by the forgeries and the webhook tests",
};
const words: RouteCover = { is: "open", why: "Words alone" };
const asset: RouteCover = { is: "open", why: "Made by Next, without any data" };
const form: RouteCover = { is: "open", why: "A form for people who are not signed in yet" };
const simulator = "There is a simulator only with the local carrier, whose whole network it shows by design";

const workspace = "workspace" as const;

/** Every page and route handler: the ids its address takes, and what it may show to whom. */
export const ROUTES: Record<string, RouteCover> = {
  "/w/[workspace]": { is: "page", ids: { workspace }, shows: ["caller"] },
  "/w/[workspace]/billing": { is: "page", ids: { workspace } },
  "/w/[workspace]/calls": {
    is: "page",
    ids: { workspace },
    query: { call: "call", before: "cursor", q: ["words", "digits"] },
    shows: ["caller"],
  },
  "/w/[workspace]/calls/[id]": { is: "page", ids: { workspace, id: "call" }, shows: ["caller", "trace", "facts"] },
  "/w/[workspace]/leads": {
    is: "page",
    ids: { workspace },
    query: { after: "cursor", q: ["words", "digits"] },
    shows: ["caller", "need"],
  },
  "/w/[workspace]/leads/[id]": {
    is: "page",
    ids: { workspace, id: "lead" },
    query: { before: "cursor" },
    shows: ["caller", "need", "street", "note", "reply"],
  },
  "/w/[workspace]/leads/new": { is: "page", ids: { workspace } },
  "/w/[workspace]/leads/unmatched": {
    is: "page",
    ids: { workspace },
    query: { after: "cursor" },
    shows: ["unmatched"],
  },
  "/w/[workspace]/phone": { is: "page", ids: { workspace }, query: { number: "number" }, shows: ["phone 0", "wiring"] },
  "/w/[workspace]/recovery": {
    is: "page",
    ids: { workspace },
    query: { personal: "cursor", blocked: "cursor" },
    shows: ["template", "notice", "excluded", "blocked"],
  },
  "/w/[workspace]/events": { is: "handler", ids: { workspace }, until: /event: resync/ },
  "/w/[workspace]/media/[messageId]/[index]": {
    is: "handler",
    ids: { workspace, messageId: "picture" },
    fixed: { index: "0" },
  },
  "/w": { is: "personal", goesHome: true },
  "/account": { is: "personal" },
  "/": words,
  "/pricing": words,
  "/privacy": words,
  "/terms": words,
  "/sign-in": form,
  "/sign-up": form,
  "/forgot-password": form,
  "/reset-password/[token]": {
    is: "open",
    why: "Whoever holds a link that is good may use it, whoever they are; one that is used up or invented names nobody",
    addresses: ({ removed, random }) => [
      `/reset-password/${removed.resetToken}`,
      `/reset-password/${random.resetToken}`,
    ],
  },
  "/api/auth/[...nextauth]": {
    is: "open",
    why: "next-auth's own doors, which tell a person their own name and address alone",
    addresses: () => ["session", "csrf", "providers", "signin", "signout", "error"].map((door) => `/api/auth/${door}`),
  },
  "/api/health": { is: "open", why: "Says whether the database answers" },
  "/api/twilio/messages/fallback": signed,
  "/api/twilio/messages/incoming": signed,
  "/api/twilio/messages/status/[messageId]": signed,
  "/api/twilio/voice/accepted/[callSid]": signed,
  "/api/twilio/voice/detected/[callSid]": signed,
  "/api/twilio/voice/dialed": signed,
  "/api/twilio/voice/fallback": signed,
  "/api/twilio/voice/incoming": signed,
  "/api/twilio/voice/notice": signed,
  "/api/twilio/voice/screen/[callSid]": signed,
  "/api/twilio/voice/status": signed,
  "/simulator": { is: "absent", why: simulator },
  "/simulator/mail": { is: "absent", why: simulator },
  "/simulator/api/[...path]": {
    is: "absent",
    why: simulator,
    addresses: ["/simulator/api/state?customer=%2B15035550100", "/simulator/api/events"],
  },
  "/icon.svg": asset,
  "/_not-found": { is: "absent", why: "The page that says that there is none" },
  "/_global-error": { is: "elsewhere", why: "The page for when all else fails, made when the app is built" },
};
