"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Draws the page again after so many milliseconds, when time alone will have changed it. */
export function RefreshAfter({ milliseconds }: { milliseconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setTimeout(() => router.refresh(), milliseconds);
    return () => clearTimeout(timer);
  }, [router, milliseconds]);
  return null;
}
