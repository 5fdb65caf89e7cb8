import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthTitle } from "@/app/(auth)/auth-title";
import { TextLink } from "@/app/ui/text-link";
import { googleKeys } from "@/lib/auth/google";
import { currentSessionId, findUser } from "@/lib/auth/require-workspace";
import { codePage, safeNext } from "@/lib/auth/safe-next";
import { findHalfSession } from "@/lib/auth/show-code";
import { WRONG_SIGN_IN } from "@/lib/auth/sign-in";
import { emptyForm, type FormState } from "@/lib/form";
import { whoMaySignUp } from "@/lib/workspaces/who-may-sign-up";
import { GoogleButton } from "./google-button";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

type Query = Record<string, string | string[] | undefined>;

const NOTICES: Record<string, string> = {
  left: "You are signed out.",
};

const NO_GOOGLE =
  "No account here can be opened with that Google address. Sign in with your password and prove your email under Your account.";

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const next = safeNext(query.next);
  if (await findUser()) redirect(next);
  const isOpen = (await whoMaySignUp()) === "open";
  // Whoever comes back from Google and owes a code lands here first.
  if (query.other !== "1" && (await owesCode())) redirect(codePage(next));
  return (
    <>
      <AuthTitle title="Sign in">
        New here? <TextLink href="/sign-up">{isOpen ? "Start free" : "How to get in"}</TextLink>
      </AuthTitle>
      {googleKeys() ? <GoogleButton next={next} /> : null}
      <SignInForm next={next} start={startingState(query)} />
    </>
  );
}

/** What the page says before anything was typed. */
function startingState(query: Query): FormState {
  if (query.google === "none") return { ok: false, message: NO_GOOGLE };
  if (query.error) return { ok: false, message: WRONG_SIGN_IN };
  const notice = Object.keys(NOTICES).find((key) => query[key] === "1");
  return notice ? { ok: true, message: NOTICES[notice] } : emptyForm;
}

async function owesCode(): Promise<boolean> {
  const sessionId = await currentSessionId();
  return sessionId !== null && (await findHalfSession(sessionId)) !== null;
}
