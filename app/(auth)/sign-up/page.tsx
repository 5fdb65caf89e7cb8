import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthTitle } from "@/app/(auth)/auth-title";
import { TextLink } from "@/app/ui/text-link";
import { findUser } from "@/lib/auth/require-workspace";
import { timeZones } from "@/lib/workspaces/time-zones";
import { SignUpForm } from "./sign-up-form";

export const metadata: Metadata = { title: "Start free" };

export default async function SignUpPage() {
  if (await findUser()) redirect("/w");
  return (
    <>
      <AuthTitle title="Start free">
        Have an account? <TextLink href="/sign-in">Sign in</TextLink>
      </AuthTitle>
      <SignUpForm zones={timeZones()} />
    </>
  );
}
