"use client";

import { useEffect } from "react";

/** Puts how many wait before the tab's title, again whenever a page brings a title of its own. */
export function useTitleCount(waiting: number): void {
  useEffect(() => {
    const show = () => {
      const plain = document.title.replace(/^\(\d+\) /, "");
      const wanted = waiting > 0 ? `(${waiting}) ${plain}` : plain;
      if (document.title !== wanted) document.title = wanted;
    };
    show();
    const observer = new MutationObserver(show);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [waiting]);
}
