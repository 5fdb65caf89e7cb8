import type { ReactNode } from "react";

/** The half of a headline that matters, as if gone over with a marker. */
export function Highlight({ children }: { children: ReactNode }) {
  return <em className="marker-stroke box-decoration-clone not-italic">{children}</em>;
}
