import { ButtonLink } from "@/app/ui/button";
import { EmptyState } from "@/app/ui/empty-state";

export default function WorkspaceNotFound() {
  return (
    <EmptyState
      icon="search"
      title="There is nothing here."
      action={
        <ButtonLink href="/w" variant="primary">
          Go to Home
        </ButtonLink>
      }
    >
      <p>It may have been moved or deleted, or it belongs to a workspace you are not in.</p>
    </EmptyState>
  );
}
