import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthTitle } from "@/app/(auth)/auth-title";
import { FormMessage } from "@/app/ui/form-message";
import { TextLink } from "@/app/ui/text-link";
import { findUser } from "@/lib/auth/require-workspace";
import { safeNext } from "@/lib/auth/safe-next";
import { WRONG_SIGN_IN } from "@/lib/auth/sign-in";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const NOTICES: Record<string, string> = {
  created: "If this address is new, your workspace is ready. Sign in.",
  reset: "Your new password is set. Sign in with it.",
  left: "You are signed out.",
};

export default async function SignInPage({ searchParams }: Props) {
  const query = await searchParams;
  const next = safeNext(query.next);
  if (await findUser()) redirect(next);
  const notice = Object.keys(NOTICES).find((key) => query[key] === "1");
  return (
    <>
      <AuthTitle title="Sign in">
        New here? <TextLink href="/sign-up">Start free</TextLink>
      </AuthTitle>
      {notice ? (
        <div className="mb-5">
          <FormMessage family="answer">{NOTICES[notice]}</FormMessage>
        </div>
      ) : null}
      <SignInForm next={next} problem={query.error ? WRONG_SIGN_IN : undefined} />
    </>
  );
}
