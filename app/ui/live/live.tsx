"use client";

import { Banner } from "@/app/ui/banner";
import { useChanges } from "@/app/ui/live/use-changes";
import { useTitleCount } from "@/app/ui/live/use-title-count";

type LiveProps = {
  /** Where the changes of this workspace are streamed from. */
  address: string;
  /** Shown in the tab's title: `(3) Home`. */
  waiting: number;
};

/** Keeps the screen as the database is, without a press. Says so when it cannot. */
export function Live({ address, waiting }: LiveProps) {
  const offline = useChanges(address);
  useTitleCount(waiting);
  if (!offline) return null;
  return (
    <div className="fixed inset-x-4 top-3 z-50 mx-auto max-w-[560px] rounded-[10px] shadow-float">
      <Banner family="marker" icon="offline">
        You are offline. Your line is still working, and this page catches up by itself.
      </Banner>
    </div>
  );
}
