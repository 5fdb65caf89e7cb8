"use client";

import { useEffect, useRef } from "react";

/** The end of the thread. A thread opens at its latest entry, and follows new ones while its end is in sight. */
export function LatestMark({ latest }: { latest: string }) {
  const mark = useRef<HTMLDivElement>(null);
  const inSight = useRef(true);

  useEffect(() => {
    const node = mark.current;
    if (!node) return;
    const observer = new IntersectionObserver(([entry]) => {
      inSight.current = entry?.isIntersecting ?? false;
    });
    observer.observe(node);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (latest && inSight.current) mark.current?.scrollIntoView({ block: "end" });
  }, [latest]);

  return <div ref={mark} className="h-px scroll-mb-72" />;
}
