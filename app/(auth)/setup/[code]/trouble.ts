import type { LinkWords } from "@/app/(auth)/link-over";
import type { SetupTrouble } from "@/lib/operator/first-run";

export const SETUP_TROUBLE: Record<SetupTrouble, LinkWords> = {
  done: {
    title: "Ringback is set up.",
    words: "The first account was made. If it is yours, sign in. If not, ask whoever runs this Ringback to invite you.",
  },
  unknown: {
    title: "This link is not the newest.",
    words:
      "Each start of Ringback prints a new set-up link, and the one before ends. Open the last one in the server's log, or print another with “npm run operator”.",
    way: { label: "To the start page", href: "/" },
  },
  over: {
    title: "This link is over.",
    words:
      "A set-up link works for 24 hours. Start Ringback again, or run “npm run operator” on the server: both print a new one.",
    way: { label: "To the start page", href: "/" },
  },
};
