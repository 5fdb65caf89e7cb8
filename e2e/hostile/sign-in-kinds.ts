import { announced, plain } from "./exchange";
import { asked, called, FORM, form, JSON_BODY, type Kind, UNTOUCHED } from "./requests";

/** What strangers send to the doors of accounts. */
export const SIGNING_IN: Kind[] = [
  {
    name: "next-auth's log, 60 kB",
    wire: () =>
      plain({
        method: "POST",
        path: "/api/auth/_log",
        headers: JSON_BODY,
        body: JSON.stringify({ level: "error", code: "y".repeat(60_000) }),
      }),
  },
  {
    name: "next-auth's callback, 20 MB announced",
    wire: () => announced({ path: "/api/auth/callback/credentials", headers: FORM }, 20),
  },
  {
    name: "next-auth's callback, odd JSON",
    wire: () =>
      plain({
        method: "POST",
        path: "/api/auth/callback/credentials",
        headers: JSON_BODY,
        body: JSON.stringify({ email: { a: 1 }, password: [1] }),
      }),
  },
  { name: "next-auth, an endpoint of 6,000 letters", wire: asked(`/api/auth/${"x".repeat(6_000)}`) },
  {
    name: "session with a forged cookie",
    wire: asked("/api/auth/session", { cookie: `next-auth.session-token=eyJ${"A".repeat(3_000)}.a.b.c.d` }),
  },
  { name: "cookies of 12 kB", wire: asked("/sign-in", { cookie: "a=b; ".repeat(2_400) }) },
  {
    name: "sign-in without arguments",
    wire: (target) => called(target, "signInAction", [], { asNobody: true }),
  },
  {
    name: "sign-in with an address of 900 kB",
    wire: (target) =>
      called(target, "signInAction", [UNTOUCHED, form({ email: `a@${"a".repeat(900_000)}`, password: "x" })], {
        asNobody: true,
      }),
  },
  {
    name: "new password for an address of 50 kB",
    wire: (target) =>
      called(target, "forgotPasswordAction", [UNTOUCHED, form({ email: `${"x".repeat(50_000)}@example.com` })], {
        asNobody: true,
      }),
  },
  { name: "reset link of 7,000 letters", wire: asked(`/reset-password/${"x".repeat(7_000)}`) },
  { name: "next page of 7,000 slashes", wire: asked(`/sign-in?next=${"/.".repeat(3_500)}`) },
];
