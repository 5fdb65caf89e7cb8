import type { Metadata } from "next";
import { cookies } from "next/headers";
import { Card } from "@/app/ui/card";
import { PageHeader } from "@/app/ui/page-header";
import { TextLink } from "@/app/ui/text-link";
import { listAccountEvents } from "@/lib/audit/list-account-events";
import { listSessions } from "@/lib/auth/list-sessions";
import { requireSession } from "@/lib/auth/require-workspace";
import { findSecondFactor } from "@/lib/auth/second-factor";
import { ActivityCard } from "./activity-card";
import { AddressCard } from "./address-card";
import { PasswordForm } from "./password-form";
import { SecondFactorCard } from "./second-factor-card";
import { SessionsCard } from "./sessions-card";
import { ThemeForm } from "./theme-form";

export const metadata: Metadata = { title: "Your account" };

const EVENTS_SHOWN = 20;

export default async function AccountPage() {
  const { id, user, facts } = await requireSession();
  const theme = (await cookies()).get("theme")?.value;
  const [factor, sessions, events] = await Promise.all([
    findSecondFactor(user),
    listSessions(user.id),
    listAccountEvents(user.id, EVENTS_SHOWN),
  ]);
  return (
    <div className="min-h-dvh bg-surface">
      <main id="content" className="mx-auto w-full max-w-[640px] pb-16">
        <PageHeader
          before={
            <TextLink href="/w" standalone>
              Back to your workspace
            </TextLink>
          }
          title="Your account"
          lead={user.name}
        />
        <div className="flex flex-col gap-4 px-4 md:px-7">
          <AddressCard email={user.email} isProved={facts.emailProved} />
          <Card title="Password">
            <PasswordForm email={user.email} />
          </Card>
          <SecondFactorCard factor={factor} />
          <SessionsCard sessions={sessions} currentId={id} />
          <ActivityCard events={events} />
          <Card title="Look">
            <ThemeForm current={theme === "light" || theme === "dark" ? theme : "device"} />
          </Card>
        </div>
      </main>
    </div>
  );
}
