import type { Metadata } from "next";
import { AuthTitle } from "@/app/(auth)/auth-title";
import { TextLink } from "@/app/ui/text-link";
import { ForgotPasswordForm } from "./forgot-password-form";

export const metadata: Metadata = { title: "Forgot your password?" };

export default function ForgotPasswordPage() {
  return (
    <>
      <AuthTitle title="Forgot it?">We mail you a link to choose a new password.</AuthTitle>
      <ForgotPasswordForm />
      <p className="mt-5">
        <TextLink href="/sign-in" standalone>
          Back to sign in
        </TextLink>
      </p>
    </>
  );
}
