import type { Family } from "@/app/ui/family";
import type { IconName } from "@/app/ui/icons";

export type NavItem = {
  href: string;
  label: string;
  icon: IconName;
  /** Things that wait there for a person. */
  count?: number;
  /** Current on this page alone, not on those below it: Home. */
  exact?: boolean;
};

/** Whether the phone line works, seen on every screen. */
export type LineSummary = {
  family: Family;
  words: string;
  number: string | null;
  detail: string;
  href: string;
};
