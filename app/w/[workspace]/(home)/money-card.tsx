import { Bars } from "@/app/ui/bars";
import { Card } from "@/app/ui/card";
import { Status } from "@/app/ui/status";
import { TextLink } from "@/app/ui/text-link";
import type { Plan } from "@/db/enums";
import { PLAN_DETAILS } from "@/lib/billing/plans";
import { plural } from "@/lib/format/count";
import { formatCents } from "@/lib/format/money";
import { notTextedSentence } from "@/lib/insights/headline";
import type { Month } from "@/lib/insights/month";
import type { MonthNumbers } from "@/lib/insights/month-numbers";
import { HowCounted } from "./how-counted";

type MoneyCardProps = {
  numbers: MonthNumbers;
  month: Month;
  before: Month;
  earlierCents: number;
  plan: Plan;
  base: string;
};

/** What missed calls brought in, and the four bars that lead there. */
export function MoneyCard({ numbers, month, before, earlierCents, plan, base }: MoneyCardProps) {
  const { missed, texted, replied, booked, bookedCents } = numbers;
  const notTexted = notTextedSentence(numbers.notTexted);
  const calls = (show?: string) => {
    const query = new URLSearchParams({ ...(show ? { show } : {}), ...(month.current ? {} : { month: month.key }) });
    return `${base}/calls${query.size > 0 ? `?${query}` : ""}`;
  };
  return (
    <Card label="Booked from missed calls" className="flex flex-col gap-4 lg:order-1">
      <div className="grid grid-cols-1 gap-4 md:grid-cols-[262px_minmax(0,1fr)] md:gap-7">
        <div>
          <p className="font-semibold text-ink-2 text-sm">Booked from missed calls</p>
          <p className="mt-1 mb-1 font-bold font-display text-[54px] leading-[1.02] tracking-[-0.04em] md:mt-2.5 md:mb-3 md:text-figure">
            {formatCents(bookedCents)}
          </p>
          <Comparison {...{ bookedCents, earlierCents, before }} />
          <p className="mt-[22px] text-control text-ink-2 leading-[1.45] max-md:mt-3">
            {averageWords(numbers)}
            {PLAN_DETAILS[plan].priceCents > 0 ? (
              <>
                <br />
                Your plan costs {formatCents(PLAN_DETAILS[plan].priceCents)} a month.
              </>
            ) : null}
          </p>
        </div>
        <Bars
          caption="From missed callers to booked jobs"
          steps={[
            { step: "missed", value: missed, href: calls() },
            { step: "texted", value: texted, href: calls("texted") },
            { step: "replied", value: replied, href: `${base}/leads?view=table` },
            { step: "booked", value: booked, href: `${base}/leads?view=table&stage=booked` },
          ]}
        />
      </div>
      <div className="mt-auto flex flex-wrap items-start justify-between gap-x-5 gap-y-2 border-line border-t pt-[13px] text-[0.84375rem] text-ink-2">
        <p>
          {notTexted ?? (missed > 0 ? "Every caller you missed was texted." : "The next missed caller gets a text.")}{" "}
          {notTexted ? <TextLink href={calls("not_texted")}>See why</TextLink> : null}
        </p>
        <HowCounted />
      </div>
    </Card>
  );
}

function Comparison({
  bookedCents,
  earlierCents,
  before,
}: {
  bookedCents: number;
  earlierCents: number;
  before: Month;
}) {
  if (bookedCents > earlierCents && earlierCents > 0) {
    return (
      <Status family="answer" icon="rising">
        {formatCents(bookedCents - earlierCents)} more than all of {before.name}
      </Status>
    );
  }
  if (earlierCents === 0) return null;
  return <Status family="quiet">{`All of ${before.name}: ${formatCents(earlierCents)}`}</Status>;
}

function averageWords({ booked, bookedCents, bookedWithAmount }: MonthNumbers): string {
  if (booked === 0) return "Nothing booked yet. Move a lead to Booked and enter what the job is worth.";
  if (bookedWithAmount === 0) return `${plural(booked, "job")} booked, none with an amount yet.`;
  const average = formatCents(Math.round(bookedCents / bookedWithAmount / 100) * 100);
  if (bookedWithAmount === booked) return booked === 1 ? "1 job." : `${plural(booked, "job")}, about ${average} each.`;
  return `${plural(booked, "job")} booked, ${bookedWithAmount} with an amount.`;
}
