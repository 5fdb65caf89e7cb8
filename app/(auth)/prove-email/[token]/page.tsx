import type { Metadata } from "next";
import { AuthTitle } from "@/app/(auth)/auth-title";
import { LinkOver } from "@/app/(auth)/link-over";
import { TapForm } from "@/app/(auth)/tap-form";
import { findMailLink } from "@/lib/auth/mail-link";
import { proveAddressAction } from "./actions";

// The address is the secret: it must not travel to other sites. With "no-referrer" a form without script sends no Origin.
export const metadata: Metadata = { title: "Prove your address", referrer: "same-origin" };

export default async function ProveEmailPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const email = await findMailLink("prove_email", token);
  if (!email) {
    const way = { label: "Your account", href: "/account" };
    return <LinkOver title="This link is over." words="A link works once, for an hour. Ask for a new one." way={way} />;
  }
  return (
    <>
      <AuthTitle title="Prove your address">
        Mail to <b className="font-[650] text-ink wrap-anywhere">{email}</b> reaches you. Say so with one tap.
      </AuthTitle>
      <TapForm action={proveAddressAction.bind(null, token)} words="Prove this address" pendingWords="Saving" />
    </>
  );
}
