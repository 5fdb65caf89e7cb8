import type { Role } from "@/db/enums";
import type { IdKind } from "./ids";

/** A parameter may take several kinds, one at a time. What must stand before it stands in its name: "add=1&pick". */
export type Query = Record<string, IdKind | IdKind[]>;

export type RouteCover =
  /**
   * A page of a workspace, for everybody in it or from a role on. `shows` are planted words that must be on it, so that it
   * is not empty.
   */
  | { is: "page"; ids: Record<string, IdKind>; query?: Query; shows?: string[]; may?: Role }
  /** A file of a workspace or a person's stream, which answers by itself. A stream is read until it speaks. */
  | { is: "handler"; ids: Record<string, IdKind>; fixed?: Record<string, string>; until?: RegExp }
  /** A page of whoever is signed in, or the way on to their own workspace. */
  | { is: "personal"; goesHome?: true }
  /** The same for everybody, with nobody's data; but where an id is its own permission, with what `tells` names of its holder. */
  | { is: "open"; why: string; addresses?: string[]; ids?: Record<string, IdKind>; tells?: IdKind[] }
  /** For the phone company alone, by its signature: here it is asked without one. */
  | { is: "signed"; ids: Record<string, IdKind>; fields: Record<string, IdKind> }
  /** For operators of the installation alone: to everybody else it is not there. */
  | { is: "operator"; ids?: Record<string, IdKind> }
  /** Not there at all, as this installation is set up. */
  | { is: "absent"; why: string; addresses?: string[] }
  /** Answers with a 500 and no data, as it is made to. */
  | { is: "fault"; why: string };

const ofCall: RouteCover = { is: "signed", ids: {}, fields: { CallSid: "callSid", To: "carrierNumber" } };
const ofCallInPath: RouteCover = { ...ofCall, ids: { callSid: "callSid" } };
const ofText: RouteCover = { is: "signed", ids: {}, fields: { To: "carrierNumber" } };
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
  "/w/[workspace]/calls/[id]": {
    is: "page",
    ids: { workspace, id: "call" },
    query: { before: "cursor", q: ["words", "digits"] },
    shows: ["caller", "trace", "facts"],
  },
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
  "/w/[workspace]/onboarding": { is: "page", ids: { workspace }, may: "admin", shows: ["business"] },
  "/w/[workspace]/phone": {
    is: "page",
    ids: { workspace },
    query: {
      number: "number",
      add: "words",
      "add=1&own": "carrierSid",
      "add=1&area": "carrierNumber",
      "add=1&pick": "carrierNumber",
    },
    shows: ["phone 0", "wiring"],
  },
  "/w/[workspace]/recovery": {
    is: "page",
    ids: { workspace },
    query: { personal: "cursor", blocked: "cursor" },
    shows: ["template", "notice", "excluded", "blocked"],
  },
  "/w/[workspace]/media/[messageId]/[index]": {
    is: "handler",
    ids: { workspace, messageId: "picture" },
    fixed: { index: "0" },
  },
  "/w": { is: "personal", goesHome: true },
  "/account": { is: "personal" },
  "/confirm-password": { is: "personal" },
  "/": words,
  "/pricing": words,
  "/privacy": words,
  "/terms": words,
  "/sign-in": form,
  "/sign-in/code": form,
  "/sign-up": form,
  "/sign-up/[token]": {
    is: "open",
    why: "Whoever holds a link that is good may use it; one that is used up or invented names nobody",
    ids: { token: "signUpToken" },
    tells: ["newcomer"],
  },
  "/invitation/[token]": {
    is: "open",
    why: "Whoever holds an invitation that is good may accept it; one that is used up or invented names nobody",
    ids: { token: "invitationToken" },
    tells: ["newcomer"],
  },
  "/setup/[code]": {
    is: "open",
    why: "Where there are users it says so, whatever the code",
    ids: { code: "resetToken" },
  },
  "/forgot-password": form,
  "/reset-password/[token]": {
    is: "open",
    why: "Whoever holds a link that is good may use it, whoever they are; one that is used up or invented names nobody",
    ids: { token: "resetToken" },
    tells: ["email"],
  },
  "/sign-in/link/[token]": {
    is: "open",
    why: "A link of another kind opens nothing here",
    ids: { token: "resetToken" },
  },
  "/prove-email/[token]": {
    is: "open",
    why: "A link of another kind opens nothing here",
    ids: { token: "resetToken" },
  },
  "/api/auth/[...nextauth]": {
    is: "open",
    why: "next-auth's own doors, which tell a person their own name and address alone",
    addresses: ["csrf", "session", "providers", "signin", "signout", "error", "_log"].map(
      (door) => `/api/auth/${door}`,
    ),
  },
  "/api/events": { is: "handler", ids: {}, until: /event: resync/ },
  "/.well-known/security.txt": { is: "open", why: "Says whom to tell of a weakness" },
  "/operator": { is: "operator" },
  "/operator/workspaces": { is: "operator" },
  "/operator/workspaces/[id]": { is: "operator", ids: { id: "workspaceId" } },
  "/operator/invitations": { is: "operator" },
  "/operator/unroutable": { is: "operator" },
  "/operator/jobs": { is: "operator" },
  "/operator/limits": { is: "operator" },
  "/operator/log": { is: "operator" },
  "/api/health": { is: "open", why: "Says that the process answers" },
  "/api/ready": { is: "open", why: "Says which parts of the installation work, in codes" },
  "/api/metrics": { is: "absent", why: "There are metrics only where the installation has a token for them" },
  "/api/twilio/messages/fallback": ofText,
  "/api/twilio/messages/incoming": ofText,
  "/api/twilio/messages/status/[messageId]": { is: "signed", ids: { messageId: "queuedText" }, fields: {} },
  "/api/twilio/voice/accepted/[callSid]": ofCallInPath,
  "/api/twilio/voice/detected/[callSid]": ofCallInPath,
  "/api/twilio/voice/dialed": ofCall,
  "/api/twilio/voice/fallback": ofCall,
  "/api/twilio/voice/incoming": ofCall,
  "/api/twilio/voice/notice": ofCall,
  "/api/twilio/voice/screen/[callSid]": ofCallInPath,
  "/api/twilio/voice/status": ofCall,
  "/simulator": { is: "absent", why: simulator },
  "/simulator/mail": { is: "absent", why: simulator },
  "/simulator/api/[...path]": {
    is: "absent",
    why: simulator,
    addresses: ["/simulator/api/state?customer=%2B15035550100", "/simulator/api/events"],
  },
  "/icon.svg": asset,
  "/_not-found": { is: "absent", why: "The page that says that there is none" },
  "/_global-error": { is: "fault", why: "The page for when all else fails, made when the app is built" },
};
