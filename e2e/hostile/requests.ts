import { randomBytes } from "node:crypto";
import type { Account } from "../bench/twilio-requests";
import { signedPost } from "../bench/twilio-requests";
import { asCall } from "../isolation/encode";
import { plain, type Wire } from "./exchange";

/** What the requests are aimed at: a running app, a signed-in member of a workspace, and the actions of the build. */
export type Target = {
  account: Account;
  slug: string;
  /** The session of an owner. */
  cookie: string;
  /** A number of the workspace. */
  number: string;
  /** By exported name: the action's id and the path of a page that carries it. */
  actions: Map<string, { id: string; page: string }>;
};

export type Kind = { name: string; wire: (target: Target, turn: number) => Wire | Promise<Wire> };

export const FORM = { "content-type": "application/x-www-form-urlencoded" };
export const JSON_BODY = { "content-type": "application/json" };
export const INCOMING_TEXT = "/api/twilio/messages/incoming";
export const unsigned = { ...FORM, "x-twilio-signature": "AAAAAAAAAAAAAAAAAAAAAAAAAAA=" };
const sid = (kind: string) => kind + randomBytes(16).toString("hex");

/** A text that Twilio really signed, with what its sender may write. */
export function signed({ account, number }: Target, fields: Record<string, string>): Wire {
  const id = sid("SM");
  const own = { AccountSid: account.accountSid, MessageSid: id, SmsMessageSid: id, To: number, NumMedia: "0" };
  const params = new URLSearchParams({ ...own, From: "+15035550144", Body: "Hello", ...fields });
  return plain({ method: "POST", path: INCOMING_TEXT, ...signedPost(INCOMING_TEXT, params, account) });
}

/** A server action as a page with script calls it. */
export async function called(target: Target, name: string, args: unknown[], { asNobody = false } = {}): Promise<Wire> {
  const action = target.actions.get(name);
  if (!action) throw new Error(`The build has no action ${name}`);
  const { headers, body } = await asCall(action.id, args);
  const request = new Request(target.account.appUrl, { method: "POST", headers, body });
  const own = Object.fromEntries(request.headers);
  const cookie: Record<string, string> = asNobody ? {} : { cookie: target.cookie };
  const bytes = Buffer.from(await request.arrayBuffer());
  const origin = target.account.appUrl;
  return plain({ method: "POST", path: action.page, headers: { ...own, ...cookie, origin }, body: bytes });
}

export function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

export const UNTOUCHED = { ok: false };
export const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);
export const asked =
  (path: string, headers: Record<string, string> = {}): Kind["wire"] =>
  () =>
    plain({ path, headers });
export const asMember =
  (path: (target: Target) => string): Kind["wire"] =>
  (target) =>
    plain({ path: path(target), headers: { cookie: target.cookie } });
