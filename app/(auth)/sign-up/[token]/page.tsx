import type { Metadata } from "next";
import { AccountForm } from "@/app/(auth)/account-form";
import { AuthTitle } from "@/app/(auth)/auth-title";
import { LinkOver } from "@/app/(auth)/link-over";
import { findSignUpLink } from "@/lib/workspaces/sign-up";
import { timeZones } from "@/lib/workspaces/time-zones";
import { openSignUpAction } from "./actions";
import { SIGN_UP_TROUBLE } from "./trouble";

// The address is the secret: it must not travel to other sites. With "no-referrer" a form without script sends no Origin.
export const metadata: Metadata = { title: "Make your workspace", referrer: "same-origin" };

export default async function OpenSignUpPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const found = await findSignUpLink(token);
  if (!found.ok) return <LinkOver {...SIGN_UP_TROUBLE[found.trouble]} />;
  return (
    <>
      <AuthTitle title="Make your workspace.">
        You sign in with <b className="font-[650] text-ink">{found.email}</b>.
      </AuthTitle>
      <AccountForm
        action={openSignUpAction.bind(null, token)}
        words="Make my workspace"
        email={found.email}
        zones={timeZones()}
      />
    </>
  );
}
