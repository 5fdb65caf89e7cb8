import type { LinkWords } from "@/app/(auth)/link-over";
import type { InvitationTrouble } from "@/lib/operator/accept-invitation";

export const INVITATION_TROUBLE: Record<InvitationTrouble, LinkWords> = {
  unknown: {
    title: "This invitation is not good.",
    words: "A newer one may have been sent: open the last. Or ask whoever invited you for a new link.",
  },
  accepted: { title: "Already used.", words: "This invitation has opened its workspace. Sign in." },
  cancelled: {
    title: "Taken back.",
    words: "This invitation was cancelled. Ask whoever invited you whether that was meant.",
  },
  over: {
    title: "This invitation is over.",
    words: "An invitation works for three days. Ask whoever invited you to send it again.",
  },
  has_account: {
    title: "You have an account.",
    words: "The invited address has an account. Sign in with it, then open the invitation once more.",
  },
  other_person: {
    title: "Not for this account.",
    words: "The invitation is for another address. Sign out, then open it once more.",
    way: { label: "To my account", href: "/account" },
  },
};
