import type { Metadata } from "next";
import { AccountForm } from "@/app/(auth)/account-form";
import { AuthTitle } from "@/app/(auth)/auth-title";
import { LinkOver } from "@/app/(auth)/link-over";
import { findUser } from "@/lib/auth/require-workspace";
import { findInvitation } from "@/lib/operator/accept-invitation";
import { timeZones } from "@/lib/workspaces/time-zones";
import { acceptAction, openAnotherAction } from "./actions";
import { INVITATION_TROUBLE } from "./trouble";
import { WorkspaceForm } from "./workspace-form";

// The address is the secret: it must not travel to other sites. With "no-referrer" a form without script sends no Origin.
export const metadata: Metadata = { title: "Your invitation", referrer: "same-origin" };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const found = await findInvitation(token);
  if (!found.ok) return <LinkOver {...INVITATION_TROUBLE[found.trouble]} />;
  const user = await findUser();
  const { email, hasAccount } = found;
  if (user && user.email.toLowerCase() !== email.toLowerCase())
    return <LinkOver {...INVITATION_TROUBLE.other_person} />;
  if (hasAccount && !user) {
    const href = `/sign-in?next=${encodeURIComponent(`/invitation/${token}`)}`;
    return <LinkOver {...INVITATION_TROUBLE.has_account} way={{ label: "Sign in", href }} />;
  }
  const zones = timeZones();
  return user ? (
    <>
      <AuthTitle title="Open another workspace.">It is yours beside those you are in, {user.name}.</AuthTitle>
      <WorkspaceForm action={openAnotherAction.bind(null, token)} zones={zones} />
    </>
  ) : (
    <>
      <AuthTitle title="Make your workspace.">
        You sign in with <b className="font-[650] text-ink wrap-anywhere">{email}</b>.
      </AuthTitle>
      <AccountForm action={acceptAction.bind(null, token)} words="Make my workspace" {...{ email, zones }} />
    </>
  );
}
