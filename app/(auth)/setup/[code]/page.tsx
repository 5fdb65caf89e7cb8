import type { Metadata } from "next";
import { AccountForm } from "@/app/(auth)/account-form";
import { AuthTitle } from "@/app/(auth)/auth-title";
import { LinkOver } from "@/app/(auth)/link-over";
import { findSetup } from "@/lib/operator/first-run";
import { makeFirstAccountAction } from "./actions";
import { SETUP_TROUBLE } from "./trouble";

// The address is the secret: it must not travel to other sites. With "no-referrer" a form without script sends no Origin.
export const metadata: Metadata = { title: "Set up your Ringback", referrer: "same-origin" };

export default async function SetupPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  const found = await findSetup(code);
  if (!found.ok) return <LinkOver {...SETUP_TROUBLE[found.trouble]} />;
  return (
    <>
      <AuthTitle title="Set up your Ringback.">This server is new. Whoever makes this account runs it.</AuthTitle>
      <AccountForm action={makeFirstAccountAction.bind(null, code)} words="Make my account" />
    </>
  );
}
