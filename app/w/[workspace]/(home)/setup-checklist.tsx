import { ButtonLink } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import { cn } from "@/app/ui/cn";
import { Icon } from "@/app/ui/lucide-icon";
import type { SetupStep } from "@/lib/insights/setup-steps";

/** What stands before the first text. Only the next step gets the ink button. */
export function SetupChecklist({ steps, base, isAdmin }: { steps: SetupStep[]; base: string; isAdmin: boolean }) {
  const next = steps.findIndex(({ done }) => !done);
  return (
    <Card label="Set-up" className="md:py-2">
      <ol>
        {steps.map((step, index) => (
          <li
            key={step.title}
            aria-current={index === next ? "step" : undefined}
            className="flex flex-wrap items-center gap-x-4 gap-y-3 border-line border-t py-4 first:border-0"
          >
            <span
              aria-hidden
              className={cn(
                "grid size-8 shrink-0 place-items-center rounded-full font-[650] text-sm",
                step.done
                  ? "bg-answer-tint text-answer-text"
                  : index === next
                    ? "bg-ink text-on-ink"
                    : "bg-hover text-ink-2",
              )}
            >
              {step.done ? <Icon name="done" className="stroke-[2.6]" /> : index + 1}
            </span>
            <div className="min-w-0 grow basis-56">
              <h2 className="text-[1.0625rem]">
                {step.title}
                {step.done ? <span className="sr-only">, done</span> : null}
              </h2>
              <p className="text-control text-ink-2 max-md:text-base">{step.words}</p>
            </div>
            {step.done || (step.forAdmins && !isAdmin) ? null : (
              <ButtonLink href={`${base}${step.action.to}`} variant={index === next ? "primary" : "secondary"}>
                {step.action.label}
              </ButtonLink>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
