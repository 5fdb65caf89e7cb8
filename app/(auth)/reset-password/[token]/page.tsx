import type { Metadata } from "next";
import { AuthTitle } from "@/app/(auth)/auth-title";
import { ButtonLink } from "@/app/ui/button";
import { findPasswordReset } from "@/lib/auth/reset-password";
import { ResetPasswordForm } from "./reset-password-form";

// The address is the secret: it must not travel to other sites. With "no-referrer" a form without script sends no Origin.
export const metadata: Metadata = { title: "Choose a new password", referrer: "same-origin" };

export default async function ResetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const user = await findPasswordReset(token);
  if (!user) {
    return (
      <>
        <AuthTitle title="This link is over.">A link works once, for an hour. Ask for a new one.</AuthTitle>
        <ButtonLink href="/forgot-password" variant="primary" size="large" wide>
          Mail me a new link
        </ButtonLink>
      </>
    );
  }
  return (
    <>
      <AuthTitle title="New password">Every device that is signed in now will be signed out.</AuthTitle>
      <ResetPasswordForm token={token} email={user.email} />
    </>
  );
}
