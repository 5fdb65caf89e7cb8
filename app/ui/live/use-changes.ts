"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { askServer } from "@/app/ui/live/ask-server";
import { shareStream } from "@/app/ui/live/shared-stream";
import { tappedPage } from "@/app/ui/live/tapped-page";

const GATHER_MS = 250;
/** A stream that was refused may mean that the person signed out elsewhere, which the page should show soon. */
const ASK_AFTER_MS = 2_000;
const SAY_AFTER_MS = 10_000;
const ASK_AGAIN_MS = 15_000;
/** "Waiting 14 min" grows older without anything happening. */
const CLOCK_MS = 60_000;

type Where = { person: string; workspaceId: string };

/** Why the page is not up to date, and since when; null while it is. */
export type Stale = {
  since: number;
  /** The device has no network, or our server does not answer it. */
  offline: boolean;
  /** A link was tapped, which could not be opened. */
  tapped: boolean;
};

/**
 * Reads the page again whenever its workspace changes, and never while nobody would answer: a page that fails to read
 * itself again is lost with everything typed into it.
 */
export function useChanges({ person, workspaceId }: Where): Stale | null {
  const router = useRouter();
  const [stale, setStale] = useState<Stale | null>(null);

  useEffect(() => {
    let lostAt: number | null = Date.now();
    let missed = false;
    let gathering: ReturnType<typeof setTimeout> | undefined;
    let watching: ReturnType<typeof setTimeout> | undefined;

    const read = async () => {
      const answer = lostAt === null ? "answers" : await askServer(person);
      gathering = undefined;
      // Nothing is lost by not reading now: the stream begins with a call to read again.
      if (answer !== "away") router.refresh();
    };
    const readAgain = () => {
      if (document.hidden) missed = true;
      else gathering ??= setTimeout(read, GATHER_MS);
    };
    const seen = () => {
      if (document.hidden || !missed) return;
      missed = false;
      readAgain();
    };

    const say = (answer: Awaited<ReturnType<typeof askServer>>, { tapped }: { tapped: boolean }) => {
      const since = lostAt;
      if (answer !== "away" || since === null) return setStale(null);
      setStale((before) => ({ since, offline: !navigator.onLine, tapped: tapped || before?.tapped === true }));
    };
    const watch = async () => {
      const answer = await askServer(person);
      if (lostAt === null) return;
      const untilSaid = lostAt + SAY_AFTER_MS - Date.now();
      if (untilSaid <= 0) say(answer, { tapped: false });
      if (answer === "signed out") readAgain();
      watching = setTimeout(watch, untilSaid > 0 ? untilSaid : ASK_AGAIN_MS);
    };
    const connection = (since: number | null) => {
      lostAt = since;
      clearTimeout(watching);
      if (since === null) setStale(null);
      else watching = setTimeout(watch, since + ASK_AFTER_MS - Date.now());
    };
    const tap = async (event: MouseEvent) => {
      if (lostAt === null || (navigator.onLine && Date.now() < lostAt + ASK_AFTER_MS)) return;
      const page = tappedPage(event);
      if (!page) return;
      event.preventDefault();
      event.stopPropagation();
      const answer = await askServer(person);
      if (answer === "away") say(answer, { tapped: true });
      else router.push(page);
    };

    connection(lostAt);
    const leave = shareStream(person, {
      readAgain,
      connection,
      tell: (change) => {
        if (change.workspaceId === workspaceId) readAgain();
      },
    });
    const clock = setInterval(readAgain, CLOCK_MS);
    document.addEventListener("visibilitychange", seen);
    window.addEventListener("click", tap, { capture: true });
    return () => {
      leave();
      clearInterval(clock);
      for (const timer of [gathering, watching]) clearTimeout(timer);
      document.removeEventListener("visibilitychange", seen);
      window.removeEventListener("click", tap, { capture: true });
    };
  }, [person, workspaceId, router]);

  return stale;
}
