import type { ReactNode } from "react";
import { Card } from "@/app/ui/card";
import type { Family } from "@/app/ui/family";
import type { IconName } from "@/app/ui/icons";
import { Status } from "@/app/ui/status";
import { PLAN_DETAILS } from "@/lib/billing/plans";
import type { Billing } from "@/lib/billing/queries";
import { plural } from "@/lib/format/count";
import { formatCents } from "@/lib/format/money";
import { formatFullMoment } from "@/lib/format/time";

type Props = { billing: Billing; timeZone: string };

export function PlanCard({ billing, timeZone }: Props) {
  const { effectivePlan } = billing.allowed;
  const { name, priceCents } = PLAN_DETAILS[effectivePlan];
  const { family, icon, words, detail } = statusOf(billing, timeZone);
  return (
    <Card title="Your plan">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-bold font-display text-headline">{name}</span>
        {effectivePlan === "self_hosted" ? null : (
          <span className="text-ink-2">{formatCents(priceCents, { billing: true })} a month</span>
        )}
      </p>
      <div className="mt-2">
        <Status family={family} icon={icon} wrap>
          {words}
        </Status>
      </div>
      <p className="mt-3 max-w-[60ch] text-ink-2">{detail}</p>
    </Card>
  );
}

type Shown = { family: Family; icon: IconName; words: string; detail: ReactNode };
const HOW_PLANS_CHANGE =
  "Paying by card isn't connected to this installation. Whoever runs it changes your plan: ask them.";

function statusOf({ status, trialEndsAt, allowed, plan }: Billing, timeZone: string): Shown {
  if (allowed.effectivePlan === "self_hosted") {
    return {
      family: "answer",
      icon: "live",
      words: "Everything is on",
      detail:
        "This installation runs on your own Twilio account. Everything is on. Twilio bills you for numbers, calls and texts.",
    };
  }
  const active = (words: string): Shown => ({ family: "answer", icon: "live", words, detail: HOW_PLANS_CHANGE });
  const broken = (words: string, detail: string): Shown => ({ family: "stamp", icon: "broken", words, detail });
  const ended = `${PLAN_DETAILS[plan].name} has ended, so you are on Free. Your calls, leads and conversations stay.`;
  switch (status) {
    case "trialing":
      if (allowed.trialDaysLeft === null) {
        return {
          family: "marker",
          icon: "pending",
          words: "Your trial is over",
          detail: `${ended} ${HOW_PLANS_CHANGE}`,
        };
      }
      return {
        family: "pen",
        icon: "pending",
        words: `Trial, ${plural(allowed.trialDaysLeft, "day")} left`,
        detail: `${trialEndsAt ? `It ends ${formatFullMoment(trialEndsAt, timeZone)}. ` : ""}Then you are on Free: nothing is charged.`,
      };
    case "active":
    case "self_hosted":
      return allowed.reason === "plan_without_text_back"
        ? {
            family: "marker",
            icon: "paused",
            words: "Paused: no automatic texts",
            detail: `Calls are logged, leads are kept, and you can text people by hand. ${HOW_PLANS_CHANGE}`,
          }
        : active("Active");
    case "past_due":
      return allowed.reason === "billing_inactive"
        ? broken(
            "Payment failed, texting is off",
            `Missed callers are logged and can be texted by hand. ${HOW_PLANS_CHANGE}`,
          )
        : broken(
            "Payment failed",
            `Automatic texts stop ${allowed.textsStopAt ? formatFullMoment(allowed.textsStopAt, timeZone) : "soon"} unless it is paid. ${HOW_PLANS_CHANGE}`,
          );
    case "unpaid":
      return broken(
        "Texting is off: unpaid",
        `Missed callers are logged and can be texted by hand. ${HOW_PLANS_CHANGE}`,
      );
    case "canceling":
      return {
        family: "marker",
        icon: "pending",
        words: "Ends with what is paid",
        detail: `Then you are on Free. ${HOW_PLANS_CHANGE}`,
      };
    case "canceled":
      return { family: "quiet", icon: "stopped", words: "Canceled", detail: `${ended} ${HOW_PLANS_CHANGE}` };
  }
}
