import type { Metadata } from "next";
import { AuthTitle } from "@/app/(auth)/auth-title";
import { LinkOver } from "@/app/(auth)/link-over";
import { TapForm } from "@/app/(auth)/tap-form";
import { findMailLink } from "@/lib/auth/mail-link";
import { openSignInLinkAction } from "./actions";

// The address is the secret: it must not travel to other sites. With "no-referrer" a form without script sends no Origin.
export const metadata: Metadata = { title: "Sign in", referrer: "same-origin" };

/** Asks for a tap: programs that read mail open its links, and must not use them up. */
export default async function SignInLinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const email = await findMailLink("sign_in", token);
  if (!email)
    return <LinkOver title="This link is over." words="A link works once, for 15 minutes. Ask for a new one." />;
  return (
    <>
      <AuthTitle title="Sign in">
        You are about to sign in as <b className="font-[650] text-ink wrap-anywhere">{email}</b> in this browser.
      </AuthTitle>
      <TapForm action={openSignInLinkAction.bind(null, token)} words="Sign in" pendingWords="Signing in" />
    </>
  );
}
