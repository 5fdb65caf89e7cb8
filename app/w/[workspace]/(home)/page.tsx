import type { Metadata } from "next";
import { z } from "zod";
import { Highlight } from "@/app/ui/highlight";
import { Menu } from "@/app/ui/menu";
import { PageHeader } from "@/app/ui/page-header";
import { requireWorkspace, roleAllows } from "@/lib/auth/require-workspace";
import { formatLongDay } from "@/lib/format/day-heading";
import { headline } from "@/lib/insights/headline";
import { homeCounts } from "@/lib/insights/home-counts";
import { monthBefore, monthFromKey } from "@/lib/insights/month";
import { listNeedsYou } from "@/lib/insights/needs-you";
import { setupSteps } from "@/lib/insights/setup-steps";
import { param, type Query } from "@/lib/query";
import { getPulse } from "../pulse";
import { BusyHoursCard } from "./busy-hours-card";
import { LineHealthCard } from "./line-health-card";
import { MoneyCard } from "./money-card";
import { NeedsYouCard } from "./needs-you-card";
import { SetupChecklist } from "./setup-checklist";

export const metadata: Metadata = { title: "Home" };

type HomePageProps = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Query>;
};

const query = z.object({ month: param(z.string().max(20)) });

export default async function HomePage({ params, searchParams }: HomePageProps) {
  const { workspace, role } = await requireWorkspace((await params).workspace);
  const { id, slug, timeZone } = workspace;
  const base = `/w/${slug}`;
  const pulse = await getPulse(id);
  const { now } = pulse;
  const day = formatLongDay(now, now, timeZone);
  const needs = await listNeedsYou(id);
  if (!pulse.everTexted) {
    return (
      <>
        <PageHeader size="headline" before={day} title="Five steps to your first text." />
        <div className="grid grid-cols-1 gap-4 px-4 pb-8 md:px-8 lg:max-w-[760px]">
          <SetupChecklist steps={setupSteps(pulse)} base={base} isAdmin={roleAllows(role, "admin")} />
          {needs.people.length > 0 ? <NeedsYouCard {...needs} base={base} /> : null}
        </div>
      </>
    );
  }
  const present = monthFromKey(undefined, now, timeZone);
  const last = monthBefore(present, now, timeZone);
  const { month: asked } = query.parse(await searchParams);
  const month = asked === last.key ? last : present;
  const before = monthBefore(month, now, timeZone);
  const { numbers, earlier, busy, health } = await homeCounts({ workspaceId: id, month, before, timeZone, now });
  const { first, second, strong } = headline(numbers, month);
  return (
    <>
      <PageHeader
        size="headline"
        before={day}
        title={
          <>
            <span className="md:block">{first} </span>
            {strong ? <Highlight>{second}</Highlight> : second}
          </>
        }
        actions={
          <Menu
            label="Month"
            align="end"
            items={[
              { label: "This month", href: base, current: month.current },
              { label: last.name, href: `${base}?month=${last.key}`, current: !month.current },
            ]}
          >
            {month.current ? "This month" : month.name}
          </Menu>
        }
        className="lg:max-w-[1264px]"
      />
      <div className="grid grid-cols-1 gap-4 px-4 pb-8 md:px-8 lg:max-w-[1264px] lg:grid-cols-[minmax(0,1.62fr)_minmax(0,1fr)]">
        <MoneyCard
          {...{ numbers, month, before, base }}
          earlierCents={earlier.bookedCents}
          plan={pulse.allowed.effectivePlan}
        />
        <NeedsYouCard {...needs} base={base} />
        <LineHealthCard line={pulse.line} health={health} base={base} />
        <BusyHoursCard table={busy} />
      </div>
    </>
  );
}
