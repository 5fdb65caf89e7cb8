import { cn } from "@/app/ui/cn";
import { Icon } from "@/app/ui/lucide-icon";
import type { Plan } from "@/db/enums";
import { PLAN_DETAILS, type PlanDetails } from "@/lib/billing/plans";
import { formatCount } from "@/lib/format/count";
import { formatCents } from "@/lib/format/money";

const SOLD: readonly Plan[] = ["free", "solo", "team", "paused"];

const ROWS: readonly { name: string; value: (plan: PlanDetails) => string | boolean }[] = [
  { name: "Price a month", value: ({ priceCents }) => formatCents(priceCents, { billing: true }) },
  { name: "Callers texted back a month", value: ({ callersPerMonth }) => amount(callersPerMonth) },
  { name: "Numbers", value: ({ numbers }) => amount(numbers) },
  { name: "Members", value: ({ members }) => amount(members) },
  { name: "Call log, leads, texts you write", value: () => true },
  { name: "AI replies, follow-ups, AI voice", value: ({ features }) => features.aiSms },
  { name: "API and webhooks", value: ({ features }) => features.api },
  { name: "Export", value: () => true },
];

function amount(value: number | "as_is" | null): string {
  if (value === null) return "No limit";
  if (value === "as_is") return "What you have";
  return value === 0 ? "None" : formatCount(value);
}

/** The plans side by side, the one in force marked. A self-hosted installation has one plan and sees that. */
export function PlanTable({ current }: { current: Plan }) {
  const plans = current === "self_hosted" ? [current] : SOLD;
  const rows = current === "self_hosted" ? ROWS.slice(1) : ROWS;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard
    <section className="-mx-4 overflow-x-auto px-4" aria-label="Plans" tabIndex={0}>
      <table className="w-full text-left text-control">
        <thead>
          <tr className="border-line border-b">
            <td className="py-2" />
            {plans.map((plan) => (
              <th
                key={plan}
                scope="col"
                aria-current={plan === current ? "true" : undefined}
                className={cn("whitespace-nowrap px-3 py-2 font-semibold", plan === current && "rounded-t-md bg-hover")}
              >
                {PLAN_DETAILS[plan].name}
                {plan === current && plans.length > 1 ? <span className="font-normal text-ink-2"> · yours</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, value }) => (
            <tr key={name} className="border-line border-b last:border-0">
              <th scope="row" className="min-w-40 py-2.5 pr-3 font-normal text-ink-2">
                {name}
              </th>
              {plans.map((plan) => (
                <td key={plan} className={cn("whitespace-nowrap px-3 py-2.5", plan === current && "bg-hover")}>
                  <Cell value={value(PLAN_DETAILS[plan])} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ value }: { value: string | boolean }) {
  if (typeof value === "string") return value;
  return value ? (
    <span className="inline-flex items-center gap-1.5 text-answer-text">
      <Icon name="done" /> Yes
    </span>
  ) : (
    <span className="text-ink-3">No</span>
  );
}
