"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

const GATHER_MS = 250;
const OFFLINE_AFTER_MS = 10_000;
const TRY_AGAIN_MS = 15_000;
/** "Waiting 14 min" grows older without anything happening. */
const CLOCK_MS = 60_000;

/** Reads the page again whenever its workspace changes. True once the stream has been down for ten seconds. */
export function useChanges(address: string): boolean {
  const router = useRouter();
  const [offline, setOffline] = useState(false);

  useEffect(() => {
    let stream: EventSource | undefined;
    let gathering: ReturnType<typeof setTimeout> | undefined;
    let giveUp: ReturnType<typeof setTimeout> | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let missed = false;

    const refresh = () => {
      if (document.hidden) {
        missed = true;
        return;
      }
      gathering ??= setTimeout(() => {
        gathering = undefined;
        router.refresh();
      }, GATHER_MS);
    };
    const connected = () => {
      clearTimeout(giveUp);
      giveUp = undefined;
      setOffline(false);
    };
    const lost = () => {
      giveUp ??= setTimeout(() => setOffline(true), OFFLINE_AFTER_MS);
      if (stream?.readyState !== EventSource.CLOSED) return;
      // Refused rather than broken off: signed out, perhaps, which reading the page again will show.
      clearTimeout(again);
      again = setTimeout(() => {
        connect();
        refresh();
      }, TRY_AGAIN_MS);
    };
    const connect = () => {
      stream?.close();
      stream = new EventSource(address);
      stream.addEventListener("open", connected);
      stream.addEventListener("error", lost);
      stream.addEventListener("change", refresh);
      stream.addEventListener("resync", refresh);
    };
    const seen = () => {
      if (document.hidden || !missed) return;
      missed = false;
      refresh();
    };

    connect();
    const clock = setInterval(refresh, CLOCK_MS);
    document.addEventListener("visibilitychange", seen);
    return () => {
      stream?.close();
      clearInterval(clock);
      for (const timer of [gathering, giveUp, again]) clearTimeout(timer);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [address, router]);

  return offline;
}
