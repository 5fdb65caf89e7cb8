import type { Family } from "@/app/ui/family";
import type { IconName } from "@/app/ui/icons";
import type { OutcomeKind } from "@/lib/recovery/explain-call";
import type { ResultKind } from "@/lib/recovery/explain-result";

type Look = { icon?: IconName; family: Family; ringing?: boolean };

export const outcomeLook: Record<OutcomeKind, Look> = {
  ringing: { icon: "ringing", family: "quiet", ringing: true },
  answered: { icon: "answered", family: "answer" },
  missed: { icon: "missed", family: "slip" },
  voicemail: { icon: "voicemail", family: "slip" },
  ai: { icon: "ai", family: "pen" },
  unreached: { icon: "unreached", family: "quiet" },
};

export const resultLook: Record<ResultKind, Look> = {
  texted: { icon: "texted", family: "pen" },
  sending: { icon: "sending", family: "pen" },
  held: { icon: "held", family: "marker" },
  not_texted: { icon: "notTexted", family: "quiet" },
  not_delivered: { icon: "notDelivered", family: "stamp" },
  unconfirmed: { icon: "unchecked", family: "marker" },
  none: { family: "quiet" },
  pending: { family: "quiet" },
};
