import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { signOut } from "@/app/account/actions";
import { EmptyState } from "@/app/ui/empty-state";
import { SubmitButton } from "@/app/ui/submit-button";
import { requireUser } from "@/lib/auth/require-workspace";
import { listWorkspaces } from "@/lib/workspaces/list-workspaces";

export const metadata: Metadata = { title: "Your workspaces" };

/** The way in when nobody has said which workspace: the one they joined first. */
export default async function FirstWorkspacePage() {
  const user = await requireUser();
  const [first] = await listWorkspaces(user.id);
  if (first) redirect(`/w/${first.workspace.slug}`);
  return (
    <main id="content" className="mx-auto max-w-[640px]">
      <EmptyState
        icon="team"
        title="You are in no workspace."
        action={
          <form action={signOut}>
            <SubmitButton pendingWords="Signing out">Sign out</SubmitButton>
          </form>
        }
      >
        <p>Signed in as {user.email}. Ask whoever runs your workspace to invite this address.</p>
      </EmptyState>
    </main>
  );
}
