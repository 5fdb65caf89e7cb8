import { type LinkWords, signInWay } from "@/app/(auth)/link-over";
import type { SignUpTrouble } from "@/lib/workspaces/sign-up";

const newLink = { label: "Mail me a new link", href: "/sign-up" };

export const SIGN_UP_TROUBLE: Record<SignUpTrouble, LinkWords> = {
  unknown: {
    title: "This link isn't one of ours.",
    words: "Open it from the mail itself, or copy all of it. Or ask for a new one.",
    way: newLink,
  },
  used: { title: "Already used.", words: "This link has made its account. Sign in with it.", way: signInWay },
  over: { title: "This link is over.", words: "A link works for an hour. Ask for a new one.", way: newLink },
  has_account: {
    title: "You have an account.",
    words: "This address got its account in the meantime. Sign in with it.",
    way: signInWay,
  },
  closed: {
    title: "Sign-up is by invitation.",
    words: "This Ringback takes nobody by mailed links now. Ask whoever runs it to invite you.",
    way: signInWay,
  },
};
