import { expect, it } from "vitest";
import { proxyMistakes } from "./proxy-mistakes";

const GOOD = { host: "ringback.test", "x-forwarded-proto": "https", "x-forwarded-for": "203.0.113.9" };

type Row = {
  headers?: Record<string, string | undefined>;
  peer?: string;
  hops?: number;
  appUrl?: string;
  method?: string;
  is: string[] | null;
};

const rows: Record<string, Row> = {
  "a right proxy": { is: [] },
  "a right proxy on another machine": { peer: "10.0.0.2", is: [] },
  "two proxies, both counted": { headers: { "x-forwarded-for": "203.0.113.9, 10.0.0.3" }, hops: 2, is: [] },
  "the upstream's name as Host": { headers: { host: "127.0.0.1:3000" }, is: ["host"] },
  "no scheme": { headers: { "x-forwarded-proto": undefined }, is: ["scheme"] },
  "no scheme where none is needed": {
    appUrl: "http://ringback.test",
    headers: { "x-forwarded-proto": undefined },
    is: [],
  },
  "no addresses": { headers: { "x-forwarded-for": undefined }, is: ["forwarded_for"] },
  "no addresses, and none believed": {
    headers: { "x-forwarded-for": undefined },
    hops: 0,
    is: ["forwarded_for"],
  },
  "nothing in front": {
    appUrl: "http://ringback.test",
    headers: { "x-forwarded-for": undefined, "x-forwarded-proto": undefined },
    peer: "203.0.113.9",
    hops: 0,
    is: [],
  },
  "fewer addresses than hops": { hops: 2, is: ["forwarded_for"] },
  "a proxy nobody counts": { hops: 0, is: ["forwarded_for"] },
  "nginx's proxy_pass alone": {
    headers: { host: "127.0.0.1:3000", "x-forwarded-proto": undefined, "x-forwarded-for": undefined },
    is: ["host", "scheme", "forwarded_for"],
  },
  "a stranger's guess": { headers: { origin: "https://evil.example", host: "evil.example" }, is: null },
  "a probe of this machine": { method: "GET", headers: { origin: undefined, host: "127.0.0.1:3000" }, is: null },
  "a page": { method: "GET", is: null },
  "a demo": { appUrl: "http://localhost:3000", headers: { origin: "http://localhost:3000" }, is: null },
};

it.each(Object.entries(rows))("%s", (_, { headers, peer = "127.0.0.1", hops = 1, appUrl, method = "POST", is }) => {
  const APP_URL = appUrl ?? "https://ringback.test";
  const seen = { method, headers: { origin: APP_URL, ...GOOD, ...headers }, peer };
  expect(proxyMistakes(seen, { APP_URL, TRUSTED_PROXY_HOPS: hops })).toEqual(is);
});
