"use client";

import { Banner } from "@/app/ui/banner";
import { type Stale, useChanges } from "@/app/ui/live/use-changes";
import { useTitleCount } from "@/app/ui/live/use-title-count";
import { formatClock } from "@/lib/format/time";

type LiveProps = {
  /** Whose stream it is: tabs of one person share it. */
  person: string;
  workspaceId: string;
  timeZone: string;
  /** Shown in the tab's title: `(3) Home`. */
  waiting: number;
};

/** Keeps the screen as the database is, without a press. Says so when it cannot. */
export function Live({ person, workspaceId, timeZone, waiting }: LiveProps) {
  const stale = useChanges({ person, workspaceId });
  useTitleCount(waiting);
  if (!stale) return null;
  return (
    <div className="fixed inset-x-4 top-3 z-50 mx-auto max-w-[560px] rounded-[10px] shadow-float">
      <Banner family="marker" icon="offline">
        {staleWords(stale, timeZone)}
      </Banner>
    </div>
  );
}

function staleWords({ since, offline, tapped }: Stale, timeZone: string): string {
  const cause = offline ? "You're offline." : "Ringback doesn't answer.";
  const shown = `This page is as it was at ${formatClock(new Date(since), timeZone)}.`;
  const next = tapped
    ? "Links open again when you're back. What you typed stays here."
    : "It catches up by itself, and what you typed stays.";
  return `${cause} ${shown} ${next}`;
}
