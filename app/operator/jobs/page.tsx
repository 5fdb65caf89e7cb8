import type { Metadata } from "next";
import { Card } from "@/app/ui/card";
import { PageHeader } from "@/app/ui/page-header";
import { requireOperator } from "@/lib/auth/require-operator";
import { plural } from "@/lib/format/count";
import { formatMoment } from "@/lib/format/time";
import { type FailedJob, listFailedJobs } from "@/lib/operator/failed-jobs";
import { ActionButton } from "../action-button";
import { retryAction } from "../actions";
import { jobName, TROUBLES } from "../job-words";
import { getOverview, shownTimes } from "../overview";

export const metadata: Metadata = { title: "Failed jobs" };

export default async function JobsPage() {
  const { user } = await requireOperator();
  const { now, timeZone } = shownTimes(await getOverview());
  const jobs = await listFailedJobs({ userId: user.id });
  const about = (job: FailedJob) =>
    `${TROUBLES[job.trouble]} ${plural(job.tries, "try", "tries")}, last ${formatMoment(job.failedAt, now, timeZone)}`;
  return (
    <>
      <PageHeader
        title="Failed jobs"
        lead="Work that was given up after all its tries. Kept for a week. Whom it was about is not shown."
      />
      <div className="max-w-[760px] px-4 md:px-7">
        <Card label="Failed jobs">
          {jobs.length === 0 ? <p className="text-ink-2">Nothing has failed. Every job found its end.</p> : null}
          <ul>
            {jobs.map((job) => (
              <li
                key={job.id}
                className="flex min-h-[50px] flex-wrap items-center gap-x-2.5 gap-y-1 border-line border-t py-2 first:border-0"
              >
                <span className="min-w-44 grow basis-0">
                  <b className="block font-semibold">{jobName(job)}</b>
                  <span className="block text-[0.84375rem] text-ink-3">{about(job)}</span>
                </span>
                <ActionButton
                  action={retryAction.bind(null, job.id)}
                  label="Try again"
                  icon="retry"
                  about={jobName(job)}
                />
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </>
  );
}
