import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({
  extend: {
    theme: {
      // Without these, our type sizes read as colours and knock out the text colour beside them.
      text: ["control", "touch", "section", "title", "headline", "display", "figure", "hero"],
      shadow: ["rest", "float", "lift"],
    },
  },
});

/** Class names joined, the later one winning where two set the same property. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
