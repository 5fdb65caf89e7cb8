import { ButtonLink } from "@/app/ui/button";
import { cn } from "@/app/ui/cn";
import { Icon } from "@/app/ui/lucide-icon";
import { planOffers } from "./plan-offers";

/** The plans side by side. */
export function PlanCards() {
  return (
    <ul className="grid grid-cols-1 gap-[18px] sm:grid-cols-2 lg:grid-cols-4">
      {planOffers.map((plan) => (
        <li
          key={plan.name}
          className={cn(
            "flex flex-col rounded-xl border border-line bg-surface p-6",
            plan.featured && "border-ink shadow-[inset_0_0_0_1px_var(--color-ink)]",
          )}
        >
          <h3 className="font-bold text-[1.25rem] leading-[1.2]">{plan.name}</h3>
          <p className="mt-3.5 mb-1 font-bold font-display text-[3rem] leading-none tracking-[-0.04em]">{plan.price}</p>
          <p className="text-ink-2">{plan.per}</p>
          <ul className="mt-[22px] mb-[26px] grid gap-[9px]">
            {plan.points.map((point) => (
              <li key={point} className="flex gap-[9px]">
                <Icon name="done" className="mt-[3px] stroke-[2.8] text-answer-text" />
                {point}
              </li>
            ))}
          </ul>
          <ButtonLink
            href={plan.action.href}
            variant={plan.featured ? "primary" : "secondary"}
            size="large"
            wide
            icon={plan.name === "Self-hosted" ? "selfHosted" : undefined}
            className="mt-auto px-3"
          >
            {plan.action.words}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
