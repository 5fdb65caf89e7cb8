import { Card } from "@/app/ui/card";
import { Status } from "@/app/ui/status";
import { Time } from "@/app/ui/time";
import { reachedAt } from "@/lib/billing/month";
import { PLAN_DETAILS } from "@/lib/billing/plans";
import type { Billing } from "@/lib/billing/queries";
import { formatCount, plural } from "@/lib/format/count";
import { formatDay, formatFullMoment } from "@/lib/format/time";

/** Billing months begin and end in UTC. */
const ZONE = "UTC";

export function UsageCard({ billing }: { billing: Billing }) {
  const { allowed, now, until, since } = billing;
  const { used, limit } = allowed;
  return (
    <Card title="Callers texted this month">
      <p className="text-section">
        {limit ? `${formatCount(used)} of ${formatCount(limit)} callers` : plural(used, "caller")}
        {limit === null ? <span className="font-normal text-base text-ink-2">, no limit</span> : null}
      </p>
      {limit ? <UsageBar used={used} limit={limit} usage={allowed.usage} /> : null}
      <UsageWords billing={billing} />
      <p className="mt-2 text-ink-2">
        Counting since {formatDay(since, now, ZONE)}. It starts again on{" "}
        <Time at={until} title={formatFullMoment(until, ZONE)}>
          {formatDay(until, now, ZONE)}
        </Time>
        .
      </p>
      <details className="mt-2 text-control">
        <summary className="inline-flex min-h-6 items-center font-[550] text-pen-text underline decoration-pen-text/35 underline-offset-[3px] max-md:min-h-11">
          How this is counted
        </summary>
        <p className="mt-1 max-w-[60ch] text-ink-2">
          Different callers who got an automatic first text. The same caller counts once a month, and texts you write
          yourself don't count.
        </p>
      </details>
    </Card>
  );
}

function UsageBar({ used, limit, usage }: { used: number; limit: number; usage: Billing["allowed"]["usage"] }) {
  const fills = { normal: "fill-ink", near: "fill-marker", at_limit: "fill-stamp" } as const;
  return (
    // The sentence above it says the same.
    <svg aria-hidden className="mt-2 h-3 w-full rounded-full bg-press">
      <rect className={fills[usage]} height="100%" rx="6" width={`${Math.min(100, (used / limit) * 100)}%`} />
    </svg>
  );
}

function UsageWords({ billing: { allowed, now, since, until } }: { billing: Billing }) {
  const { limit, used, usage, reason, effectivePlan } = allowed;
  if (limit === null || limit === 0) return null;
  const soft = PLAN_DETAILS[effectivePlan].limitIs === "soft";
  if (reason === "usage_exhausted") {
    return (
      <Words family="stamp">
        Limit reached. New callers get no text until {formatDay(until, now, ZONE)}; callers you have texted still do.
      </Words>
    );
  }
  if (usage === "at_limit" && soft) {
    return (
      <Words family="stamp">
        Over the plan's {formatCount(limit)}. First texts go on up to {formatCount(limit * 2)}; AI replies have stopped.
      </Words>
    );
  }
  if (usage === "near") {
    return (
      <Words family="marker">
        {soft
          ? `Close to the plan's ${formatCount(limit)}. First texts go on up to ${formatCount(limit * 2)}; AI replies stop at ${formatCount(limit)}.`
          : `Close to the plan's ${formatCount(limit)}. New callers get no text after that.`}
      </Words>
    );
  }
  const at = reachedAt({ used, limit, since, until, now });
  return at ? (
    <p className="mt-2 text-ink-2">At this rate you reach it around {formatDay(at, now, ZONE)} (estimate).</p>
  ) : null;
}

function Words({ family, children }: { family: "stamp" | "marker"; children: React.ReactNode }) {
  return (
    <div className="mt-2">
      <Status family={family} icon={family === "stamp" ? "error" : "unchecked"} wrap>
        {children}
      </Status>
    </div>
  );
}
