import type { Metadata } from "next";
import { Banner } from "@/app/ui/banner";
import { ButtonLink } from "@/app/ui/button";
import { cn } from "@/app/ui/cn";
import { requireRole } from "@/lib/auth/require-workspace";
import { getBusiness } from "@/lib/workspaces/business";
import { timeZones } from "@/lib/workspaces/time-zones";
import { BusinessForm } from "./business-form";

export const metadata: Metadata = { title: "Your business" };

const STEPS = 5;

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The first step of set-up; the others are on the Phone page. What sign-up knew is filled in. */
export default async function OnboardingPage({ params, searchParams }: Props) {
  const { workspace, user } = await requireRole((await params).workspace, "admin");
  const business = await getBusiness(workspace.id);
  const { new: isNew } = await searchParams;
  return (
    <div className="flex w-full max-w-[640px] grow flex-col gap-4 px-4 pb-8 md:px-8">
      <div className="flex flex-wrap items-center justify-between gap-x-4 pt-2 md:pt-6">
        <p className="font-[650] text-ink text-touch">Step 1 of {STEPS}</p>
        <ButtonLink href={`/w/${workspace.slug}`} variant="ghost">
          Finish later
        </ButtonLink>
      </div>
      <div aria-hidden className="grid grid-cols-5 gap-1">
        {Array.from({ length: STEPS }, (_, step) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps are their places
          <span key={step} className={cn("h-[5px] rounded-full", step === 0 ? "bg-ink" : "bg-press")} />
        ))}
      </div>
      {isNew ? (
        <Banner family="answer" icon="done">
          You’re signed in, {user.name.split(" ")[0]}.
        </Banner>
      ) : null}
      <h1 className="text-[28px] leading-[1.15] tracking-[-0.03em]">Your business</h1>
      <BusinessForm slug={workspace.slug} business={business} zones={timeZones()} />
    </div>
  );
}
