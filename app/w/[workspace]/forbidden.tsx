import { ButtonLink } from "@/app/ui/button";
import { EmptyState } from "@/app/ui/empty-state";

/** For somebody whose role was lowered while the page stood open: all others are shown no such button. */
export default function WorkspaceForbidden() {
  return (
    <EmptyState
      icon="team"
      title="Only owners and admins can change this."
      action={
        <ButtonLink href="/w" variant="primary">
          Go to Home
        </ButtonLink>
      }
    >
      <p>Nothing was changed. An owner of this workspace can give you that role.</p>
    </EmptyState>
  );
}
