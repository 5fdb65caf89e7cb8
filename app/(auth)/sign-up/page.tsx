import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthBar } from "@/app/(auth)/auth-bar";
import { AuthTitle } from "@/app/(auth)/auth-title";
import { ButtonLink } from "@/app/ui/button";
import { findUser } from "@/lib/auth/require-workspace";
import { env } from "@/lib/env";
import { whoMaySignUp } from "@/lib/workspaces/who-may-sign-up";
import { SignUpForm } from "./sign-up-form";

export const metadata: Metadata = { title: "Start free" };

/** How to get in where nobody can sign up by themselves. */
const BY_OTHER_MEANS = {
  first: {
    title: "Not set up yet.",
    words: "Whoever runs this server finds a set-up link in its log, and makes the first account with it.",
  },
  invited: {
    title: "By invitation.",
    words: "Ask whoever runs this Ringback to invite your address. The invitation opens a workspace of your own.",
  },
};

export default async function SignUpPage() {
  if (await findUser()) redirect("/w");
  const who = await whoMaySignUp();
  if (who === "open") {
    const { SMTP_URL, SIMULATOR_URL } = env();
    return <SignUpForm mailbox={SIMULATOR_URL && !SMTP_URL ? "/simulator/mail" : undefined} />;
  }
  const { title, words } = BY_OTHER_MEANS[who];
  return (
    <>
      <AuthTitle title={title}>{words}</AuthTitle>
      <AuthBar>
        <ButtonLink href="/sign-in" variant="primary" size="large" wide>
          Sign in
        </ButtonLink>
      </AuthBar>
    </>
  );
}
