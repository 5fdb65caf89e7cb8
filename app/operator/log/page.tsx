import type { Metadata } from "next";
import { Card } from "@/app/ui/card";
import { PageHeader } from "@/app/ui/page-header";
import { Time } from "@/app/ui/time";
import { requireOperator } from "@/lib/auth/require-operator";
import { formatFullMoment, formatMoment } from "@/lib/format/time";
import { listOperatorsActs } from "@/lib/operator/operators-log";
import { actWords } from "../act-words";
import { getOverview, shownTimes } from "../overview";

export const metadata: Metadata = { title: "Operators' log" };

export default async function LogPage() {
  const { user } = await requireOperator();
  const { now, timeZone } = shownTimes(await getOverview());
  const acts = await listOperatorsActs({ userId: user.id });
  return (
    <>
      <PageHeader
        title="Operators' log"
        lead="What operators did, newest first. The app can add to it and never change or delete it."
      />
      <div className="max-w-[760px] px-4 md:px-7">
        <Card label="Operators' log">
          {acts.length === 0 ? <p className="text-ink-2">Nothing yet.</p> : null}
          <ul>
            {acts.map((act) => (
              <li
                key={act.id}
                className="grid gap-x-4 border-line border-t py-2 first:border-0 md:grid-cols-[8.5rem_minmax(0,1fr)]"
              >
                <Time at={act.at} title={formatFullMoment(act.at, timeZone)} className="text-ink-3 tabular-nums">
                  {formatMoment(act.at, now, timeZone)}
                </Time>
                <span>{actWords(act)}</span>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </>
  );
}
