import { createHash, createHmac } from "node:crypto";
import { signatureOf } from "@/lib/twilio/verify-webhook";
import type { Genuine } from "./doors";

export const ACCOUNT = "AC00000000000000000000000000000000";
export const OTHER_ACCOUNT = `AC${"b2".repeat(16)}`;
export const TOKEN = "12345";
export const OLDER_TOKEN = "the-token-before-the-rotation";
const OTHER_TOKEN = "another account's token";
const BASE = "https://ringback.test";
const FORM = "application/x-www-form-urlencoded; charset=UTF-8";

/** A request at a door; `ids` are what Next reads out of the path. */
export type Sent = { path: string; body: string; signature: string | null; contentType: string; ids: Genuine["ids"] };

type Signing = { token?: string; url?: string; body?: string; params?: Record<string, string> };

/** As Twilio sends it, or differing from that in what is said. The signature is over what is said to be signed. */
export function sign(genuine: Genuine, { token = TOKEN, url = BASE + genuine.path, body, params }: Signing = {}): Sent {
  const own = new URLSearchParams({ AccountSid: ACCOUNT, ApiVersion: "2010-04-01", ...genuine.params, ...params });
  const sent = body ?? own.toString();
  const signature = signatureOf(token, url, new URLSearchParams(sent));
  return { path: genuine.path, body: sent, signature, contentType: FORM, ids: genuine.ids };
}

/** Behind a proxy the request's own host is the bind address. */
export function requestOf({ path, body, signature, contentType }: Sent): Request {
  const headers = new Headers({ "content-type": contentType });
  if (signature !== null) headers.set("x-twilio-signature", signature);
  return new Request(`http://0.0.0.0:3000${path}`, { method: "POST", headers, body });
}

/** The body of a signed request changed after the signing. */
function tampered(genuine: Genuine, change: (params: URLSearchParams) => void): Sent {
  const sent = sign(genuine);
  const params = new URLSearchParams(sent.body);
  change(params);
  return { ...sent, body: params.toString() };
}

function asJson(genuine: Genuine, hashed: string | null): Sent {
  const body = JSON.stringify({ AccountSid: ACCOUNT, ...genuine.params });
  const query =
    hashed === null
      ? ""
      : `?bodySHA256=${createHash("sha256")
          .update(hashed || body)
          .digest("hex")}`;
  const signature = signatureOf(TOKEN, BASE + genuine.path + query, new URLSearchParams());
  return { path: genuine.path + query, body, signature, contentType: "application/json", ids: genuine.ids };
}

type Others = { number: string; callSid: string; messageId: string };
type Forgery = (genuine: Genuine, others: Others) => Sent | null;

const first = (params: URLSearchParams) => [...params.keys()].find((key) => key !== "AccountSid") ?? "";
const someones = ({ params }: Genuine) => "CallSid" in params || "MessageSid" in params;

/** Null where the door has nothing to forge that way. */
export const FORGERIES: Readonly<Record<string, Forgery>> = {
  "no signature": (real) => ({ ...sign(real), signature: null }),
  "an empty signature": (real) => ({ ...sign(real), signature: "" }),
  "a made-up signature": (real) => ({ ...sign(real), signature: "A".repeat(27).concat("=") }),
  "a signature cut short": (real) => ({ ...sign(real), signature: sign(real).signature?.slice(0, -1) ?? "" }),
  "a signature twice": (real) => ({ ...sign(real), signature: `${sign(real).signature}, ${sign(real).signature}` }),
  "a signature in other letters": (real) => ({ ...sign(real), signature: sign(real).signature?.toLowerCase() ?? "" }),
  "a hash without the token": (real) => ({
    ...sign(real),
    signature: createHash("sha1")
      .update(BASE + real.path + sign(real).body)
      .digest("base64"),
  }),
  "a stronger hash": (real) => ({
    ...sign(real),
    signature: createHmac("sha256", TOKEN)
      .update(BASE + real.path)
      .digest("base64"),
  }),
  "an empty secret": (real) => sign(real, { token: "" }),
  "the word undefined for a secret": (real) => sign(real, { token: "undefined" }),
  "the account's name for a secret": (real) => sign(real, { token: ACCOUNT }),
  "another account's token": (real) => sign(real, { token: OTHER_TOKEN }),
  "a token no longer configured": (real) => sign(real, { token: OLDER_TOKEN }),
  "a token with a space": (real) => sign(real, { token: `${TOKEN} ` }),
  "another host": (real) => sign(real, { url: `https://evil.test${real.path}` }),
  "a host that begins like ours": (real) => sign(real, { url: `${BASE}.evil.test${real.path}` }),
  "our host in capitals": (real) => sign(real, { url: `https://RINGBACK.TEST${real.path}` }),
  "the bind address": (real) => sign(real, { url: `http://0.0.0.0:3000${real.path}` }),
  "another port": (real) => sign(real, { url: `${BASE}:8443${real.path}` }),
  "the other scheme's port": (real) => sign(real, { url: `${BASE}:80${real.path}` }),
  "a port without digits": (real) => sign(real, { url: `${BASE}:${real.path}` }),
  "a name and password": (real) => sign(real, { url: `https://user:pass@ringback.test${real.path}` }),
  "another scheme": (real) => sign(real, { url: `http://ringback.test${real.path}` }),
  "no scheme": (real) => sign(real, { url: `ringback.test${real.path}` }),
  "another door's path": (real) =>
    sign(real, { url: `${BASE}/api/twilio/voice/${real.path.includes("notice") ? "status" : "notice"}` }),
  "a trailing slash": (real) => sign(real, { url: `${BASE}${real.path}/` }),
  "a path in capitals": (real) => sign(real, { url: BASE + real.path.toUpperCase() }),
  "a query that was signed": (real) => ({
    ...sign(real, { url: `${BASE}${real.path}?a=1` }),
    path: `${real.path}?a=1`,
  }),
  "a fragment that was signed": (real) => sign(real, { url: `${BASE}${real.path}#rc=2` }),
  "an extra parameter": (real) => tampered(real, (params) => params.append("Extra", "1")),
  "an extra empty parameter": (real) => tampered(real, (params) => params.append("Extra", "")),
  "a parameter removed": (real) => tampered(real, (params) => params.delete(first(params))),
  "every parameter removed": (real) => ({ ...sign(real), body: "" }),
  "a changed value": (real) => tampered(real, (params) => params.set(first(params), "changed")),
  "a value with a space added": (real) => tampered(real, (params) => params.set("ApiVersion", "2010-04-01 ")),
  "a name in other letters": (real) =>
    tampered(real, (params) => {
      params.set("APIVERSION", params.get("ApiVersion") ?? "");
      params.delete("ApiVersion");
    }),
  "a second value": (real) => tampered(real, (params) => params.append(first(params), "second")),
  "a second value before the first": (real) => {
    const sent = sign(real);
    return { ...sent, body: `${first(new URLSearchParams(sent.body))}=second&${sent.body}` };
  },
  "two values swapped": (real) =>
    tampered(real, (params) => {
      const [one, two] = [...params.keys()].filter((key) => key !== "AccountSid");
      if (!one || !two) return;
      const [a, b] = [params.get(one) ?? "", params.get(two) ?? ""];
      params.set(one, b);
      params.set(two, a);
    }),
  "another workspace's number": (real, { number }) =>
    "To" in real.params ? tampered(real, (params) => params.set("To", number)) : null,
  "another caller": (real, { number }) =>
    "From" in real.params ? tampered(real, (params) => params.set("From", number)) : null,
  "another call or text": (real, { callSid }) =>
    someones(real)
      ? tampered(real, (params) => params.set("CallSid" in real.params ? "CallSid" : "MessageSid", callSid))
      : null,
  "another one's id in the path": (real, others) => {
    const [name] = Object.keys(real.ids);
    if (name === undefined) return null;
    const id = name === "callSid" ? others.callSid : others.messageId;
    const path = real.path.replace(/[^/]+$/, id);
    return { ...sign(real), path, ids: { [name]: id } };
  },
  "another account, its own token": (real) => sign(real, { token: OTHER_TOKEN, params: { AccountSid: OTHER_ACCOUNT } }),
  "another account, our token": (real) => sign(real, { params: { AccountSid: OTHER_ACCOUNT } }),
  "an account changed after signing": (real) => tampered(real, (params) => params.set("AccountSid", OTHER_ACCOUNT)),
  "no account": (real) => {
    const params = new URLSearchParams(real.params);
    return sign(real, { body: params.toString() });
  },
  "an empty account": (real) => sign(real, { params: { AccountSid: "" } }),
  "two accounts": (real) => sign(real, { body: `AccountSid=${OTHER_ACCOUNT}&${sign(real).body}` }),
  "our account twice": (real) => sign(real, { body: `AccountSid=${ACCOUNT}&${sign(real).body}` }),
  "a form called JSON": (real) => ({ ...sign(real), contentType: "application/json" }),
  "a form called multipart": (real) => ({ ...sign(real), contentType: "multipart/form-data; boundary=x" }),
  "a form called text": (real) => ({ ...sign(real), contentType: "text/plain" }),
  "JSON without a hash": (real) => asJson(real, null),
  "JSON with another body's hash": (real) => asJson(real, "{}"),
  "JSON signed with its hash, which no door of ours takes": (real) => asJson(real, ""),
  "JSON called a form": (real) => ({ ...asJson(real, ""), contentType: FORM }),
  "a form with a hash of its body": (real) => {
    const sent = sign(real);
    const query = `?bodySHA256=${createHash("sha256").update(sent.body).digest("hex")}`;
    const signature = signatureOf(TOKEN, BASE + real.path + query, new URLSearchParams());
    return { ...sent, path: real.path + query, signature };
  },
};
