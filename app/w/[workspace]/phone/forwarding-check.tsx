import type { ReactNode } from "react";
import { ActionForm } from "@/app/ui/action-form";
import { cn } from "@/app/ui/cn";
import type { IconName } from "@/app/ui/icons";
import { Icon } from "@/app/ui/lucide-icon";
import { SubmitButton } from "@/app/ui/submit-button";
import { formatClock, formatMoment } from "@/lib/format/time";
import { formatPhone } from "@/lib/phone/e164";
import type { PhoneLine } from "@/lib/phone/queries";
import { type ForwardingLamp, forwardingLamp, forwardingNow, STALE_AFTER_DAYS } from "@/lib/phone/setup";
import { attestForwardingAction, startTestAction } from "./line-actions";
import type { LinePage } from "./line-cards";
import { RefreshAfter } from "./refresh-after";

type Props = { line: PhoneLine; businessLine: ReactNode; page: LinePage };

/** Success is only ever a real forwarded call, seen live. */
export function ForwardingCheck({ line, businessLine, page }: Props) {
  const lamp = forwardingLamp(line, page.now);
  const words = wordsOf(lamp, { line, businessLine, page });
  const tints: Record<ForwardingLamp, string> = {
    off: "bg-marker-tint text-marker-text",
    listening: "bg-marker-tint text-marker-text",
    reached: "bg-marker-tint text-marker-text",
    works: "bg-answer-tint text-answer-text",
    failed: "bg-stamp-tint text-stamp-text",
  };
  return (
    <section aria-label="Forwarding check" className="rounded-lg border border-line p-4 md:px-6 md:py-5">
      <div className="flex items-start gap-3.5" aria-live="polite">
        <span className={cn("grid size-10 shrink-0 place-items-center rounded-full", tints[lamp])}>
          <Icon name={words.icon} size={20} />
        </span>
        <div className="min-w-0">
          <p className="font-semibold text-touch">{words.title}</p>
          <p className="text-control text-ink-2">{words.detail}</p>
        </div>
      </div>
      <Lamps lamp={lamp} />
      {page.canEdit ? (
        <Steps lamp={lamp} which={{ slug: page.slug, numberId: line.id }} businessLine={businessLine} />
      ) : null}
      {lamp === "listening" && line.forwardingTestUntil ? (
        <RefreshAfter milliseconds={line.forwardingTestUntil.getTime() - page.now.getTime() + 500} />
      ) : null}
    </section>
  );
}

function wordsOf(
  lamp: ForwardingLamp,
  { line, businessLine, page }: Props,
): { icon: IconName; title: ReactNode; detail: ReactNode } {
  const { now, timeZone } = page;
  switch (lamp) {
    case "off":
      return {
        icon: "testCall",
        title: <>Then check it: call {businessLine} from another phone.</>,
        detail:
          "Start the check, let the call ring out, and we'll see it within a minute. No texts go out before that.",
      };
    case "listening":
      return {
        icon: "testCall",
        title: <>Call {businessLine} now, from another phone.</>,
        detail: `Let it ring out. We're listening until ${line.forwardingTestUntil ? formatClock(line.forwardingTestUntil, timeZone) : "you call"}.`,
      };
    case "reached": {
      const call = line.forwardingCall;
      const from = call?.callerE164 ? formatPhone(call.callerE164) : "a phone without caller ID";
      return {
        icon: "ringing",
        title: `A call from ${from} reached us${call ? ` at ${formatMoment(call.startedAt, now, timeZone)}` : ""}.`,
        detail: <>Your phone company doesn't say where it came from. Did you call {businessLine}?</>,
      };
    }
    case "works":
      return worksWords(line, page);
    case "failed":
      return {
        icon: "error",
        title: "We didn't see your call.",
        detail:
          "Either the phone company didn't take the code, or voicemail picked up first. Dial the code again, or press It didn't work for another way.",
      };
  }
}

function worksWords(line: PhoneLine, { now, timeZone }: LinePage) {
  const last = line.lastForwardedAt ?? line.forwardingProvedAt;
  const seen = last ? `Last forwarded call: ${formatMoment(last, now, timeZone)}.` : "";
  if (forwardingNow(line, now) === "stale") {
    return {
      icon: "unchecked" as const,
      title: `Nothing was forwarded for ${STALE_AFTER_DAYS} days.`,
      detail: `That can be luck. To be sure, check again. ${seen}`,
    };
  }
  const proof = line.attestedByName ? `${line.attestedByName} confirmed the test call.` : "A forwarded call proved it.";
  return { icon: "live" as const, title: "Forwarding works.", detail: `${proof} ${seen}` };
}

const LAMPS = ["Listening for your call", "Reached Ringback", "Forwarding works"] as const;
type Light = "dark" | "on" | "done" | "failed";

const lights: Record<ForwardingLamp, readonly [Light, Light, Light]> = {
  off: ["dark", "dark", "dark"],
  listening: ["on", "dark", "dark"],
  reached: ["done", "done", "on"],
  works: ["done", "done", "done"],
  failed: ["failed", "dark", "dark"],
};

const lightLooks: Record<Light, { className: string; icon?: IconName; words: string }> = {
  dark: { className: "border-line text-ink-3", words: "not yet" },
  on: { className: "border-marker text-ink", words: "now" },
  done: { className: "border-answer text-answer-text", icon: "done", words: "done" },
  failed: { className: "border-stamp text-stamp-text", icon: "error", words: "failed" },
};

function Lamps({ lamp }: { lamp: ForwardingLamp }) {
  return (
    <ol className="mt-3.5 grid grid-cols-3 gap-2">
      {LAMPS.map((name, index) => {
        const look = lightLooks[lights[lamp][index] ?? "dark"];
        return (
          <li key={name} className={cn("border-t-[3px] pt-2 font-semibold text-sm", look.className)}>
            {look.icon ? <Icon name={look.icon} size={14} className="mr-1 inline" /> : null}
            {name}
            <span className="sr-only">: {look.words}</span>
          </li>
        );
      })}
    </ol>
  );
}

type StepsProps = { lamp: ForwardingLamp; which: { slug: string; numberId: string }; businessLine: ReactNode };

function Steps({ lamp, which, businessLine }: StepsProps) {
  if (lamp === "listening") return null;
  const start = startTestAction.bind(null, which);
  return (
    <div className="mt-4 flex flex-wrap items-start gap-2">
      {lamp === "reached" ? (
        <ActionForm action={attestForwardingAction.bind(null, which)}>
          <SubmitButton pendingWords="Saving">Yes, I called {businessLine}</SubmitButton>
        </ActionForm>
      ) : null}
      <ActionForm action={start}>
        <SubmitButton variant={lamp === "off" || lamp === "failed" ? "primary" : "secondary"} pendingWords="Starting">
          {lamp === "off" ? "Start the check" : lamp === "reached" ? "No, check again" : "Check again"}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}
