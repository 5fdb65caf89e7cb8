import type { Metadata } from "next";
import { AuthTitle } from "@/app/(auth)/auth-title";
import { requireSession } from "@/lib/auth/require-workspace";
import { safeNext } from "@/lib/auth/safe-next";
import { ConfirmPasswordForm } from "./confirm-password-form";

export const metadata: Metadata = { title: "Confirm your password" };

type Query = Record<string, string | string[] | undefined>;

export default async function ConfirmPasswordPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { user } = await requireSession();
  const { next } = await searchParams;
  return (
    <>
      <AuthTitle title="Is it still you?">
        Enter your password to go on. We ask again after 30 minutes, because this page runs the whole installation.
      </AuthTitle>
      <ConfirmPasswordForm next={safeNext(next)} email={user.email} />
    </>
  );
}
