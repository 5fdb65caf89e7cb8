"use client";

import { Broken } from "@/app/ui/broken";

export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <main id="content" className="mx-auto max-w-[560px] px-4 py-16">
      <div className="rounded-lg border border-line bg-surface">
        <Broken
          heading="h1"
          title="We couldn’t show this page."
          details={`Error ${error.digest ?? error.name}`}
          retry={retry}
        >
          This is only the screen: missed calls are still taken and callers are still being texted. If it stays like
          this, copy the details for whoever runs this installation.
        </Broken>
      </div>
    </main>
  );
}
