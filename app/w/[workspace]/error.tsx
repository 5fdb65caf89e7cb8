"use client";

import { Broken } from "@/app/ui/broken";

export default function WorkspaceError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <Broken
      heading="h1"
      title="We couldn't load this page."
      details={`Error ${error.digest ?? error.name}`}
      retry={retry}
    >
      Your line is still working: missed calls are taken and callers are texted.
    </Broken>
  );
}
