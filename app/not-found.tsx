import { ButtonLink } from "@/app/ui/button";
import { EmptyState } from "@/app/ui/empty-state";
import { Wordmark } from "@/app/ui/wordmark";

export default function NotFound() {
  return (
    <main id="content" tabIndex={-1} className="mx-auto flex max-w-[560px] flex-col gap-6 px-4 py-16 outline-none">
      <Wordmark />
      <div className="rounded-lg border border-line bg-surface">
        <EmptyState
          icon="unreached"
          title="Nobody at this address."
          heading="h1"
          action={
            <ButtonLink href="/" variant="primary">
              Go to the start
            </ButtonLink>
          }
        >
          The page has moved, was deleted, or belongs to a workspace you are not part of. Your line is not affected.
        </EmptyState>
      </div>
    </main>
  );
}
