import { announced, chunked, plain } from "./exchange";
import { asked, asMember, called, FORM, form, type Kind, nested, UNTOUCHED } from "./requests";

/** What strangers send to pages, files and actions. */
export const PAGES: Kind[] = [
  { name: "address of 15,000 letters", wire: asked(`/${"x".repeat(15_000)}`) },
  { name: "address that cannot be decoded", wire: asked("/w/%FF") },
  { name: "query of 1,500 names", wire: asked(`/pricing?${"a=1&".repeat(1_500)}`) },
  { name: "workspace that is nobody's", wire: asMember(() => "/w/__proto__/leads") },
  { name: "form of 20 MB to a page", wire: () => announced({ path: "/pricing", headers: FORM }, 20) },
  { name: "form of 20 MB in pieces to a page", wire: () => chunked({ path: "/pricing", headers: FORM }, 20) },
  {
    name: "action that does not exist, 900 kB",
    wire: () =>
      plain({
        method: "POST",
        path: "/sign-in",
        headers: { "next-action": "f".repeat(42), "content-type": "text/plain" },
        body: "[1]".repeat(300_000),
      }),
  },
  {
    name: "action with 1,500 fields",
    wire: (target) =>
      called(
        target,
        "signInAction",
        [UNTOUCHED, form(Object.fromEntries(Array.from({ length: 1_500 }, (_, n) => [`f${n}`, "x"])))],
        { asNobody: true },
      ),
  },
  {
    name: "action with arrays 500 deep",
    wire: (target) => called(target, "signInAction", [nested(500), nested(500)], { asNobody: true }),
  },
  {
    name: "router state of 7,000 letters",
    wire: asked("/pricing", { rsc: "1", "next-router-state-tree": "%5B".repeat(2_300) }),
  },
  { name: "picture from elsewhere", wire: asked("/_next/image?url=http%3A%2F%2F127.0.0.1%3A1%2F&w=64&q=75") },
  { name: "file outside the site", wire: asked("/_next/static/..%2f..%2f..%2fpackage.json") },
  { name: "1,000 ranges of a file", wire: asked("/screenshot.png", { range: `bytes=${"0-1,".repeat(1_000)}0-1` }) },
  { name: "languages of 12 kB", wire: asked("/", { "accept-language": "en;q=0.1,".repeat(1_300) }) },
  { name: "TRACE", wire: () => plain({ method: "TRACE", path: "/" }) },
  { name: "OPTIONS", wire: () => plain({ method: "OPTIONS", path: "/w/x" }) },
  { name: "metrics with a wrong token", wire: asked("/api/metrics", { authorization: `Bearer ${"x".repeat(8_000)}` }) },
  { name: "events of nobody", wire: asked("/api/events") },
];
