import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthTitle } from "@/app/(auth)/auth-title";
import { TextLink } from "@/app/ui/text-link";
import { findUser } from "@/lib/auth/require-workspace";
import { safeNext } from "@/lib/auth/safe-next";
import { WRONG_SIGN_IN } from "@/lib/auth/sign-in";
import { emptyForm, type FormState } from "@/lib/form";
import { whoMaySignUp } from "@/lib/workspaces/who-may-sign-up";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

type Query = Record<string, string | string[] | undefined>;

const NOTICES: Record<string, string> = {
  left: "You are signed out.",
};

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const next = safeNext(query.next);
  if (await findUser()) redirect(next);
  const isOpen = (await whoMaySignUp()) === "open";
  return (
    <>
      <AuthTitle title="Sign in">
        New here? <TextLink href="/sign-up">{isOpen ? "Start free" : "How to get in"}</TextLink>
      </AuthTitle>
      <SignInForm next={next} start={startingState(query)} />
    </>
  );
}

/** What the page says before anything was typed. */
function startingState(query: Query): FormState {
  if (query.error) return { ok: false, message: WRONG_SIGN_IN };
  const notice = Object.keys(NOTICES).find((key) => query[key] === "1");
  return notice ? { ok: true, message: NOTICES[notice] } : emptyForm;
}
