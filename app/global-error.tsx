"use client";

import "./globals.css";
import { Broken } from "@/app/ui/broken";

/** Stands in for the root layout too, so it brings its own page. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <title>Ringback</title>
        <main className="mx-auto max-w-[560px] px-4 py-16">
          <div className="rounded-lg border border-line bg-surface">
            <Broken heading="h1" title="We couldn’t show Ringback." details={`Error ${error.digest ?? error.name}`}>
              This is only the screen: missed calls are still taken and callers are still being texted.
            </Broken>
          </div>
        </main>
      </body>
    </html>
  );
}
