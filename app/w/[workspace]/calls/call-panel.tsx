import { ButtonLink } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import { Trace } from "@/app/ui/trace";
import { explainRecovery } from "@/lib/recovery/explain";
import type { CallDetails } from "@/lib/recovery/queries-call";
import { CallActionBar } from "./call-action-bar";
import { CallRemedies, usableRemedies } from "./call-remedies";
import { CallSlip } from "./call-slip";
import { CallSupport } from "./call-support";

type CallPanelProps = { slug: string; call: CallDetails; business: string; timeZone: string; back: string };

/** One call: what was written down, what we did and why, and what can be done about it. */
export function CallPanel({ slug, call, business, timeZone, back }: CallPanelProps) {
  const { headline, body, remedies, rows } = explainRecovery({ ...call.told, trace: call.trace });
  const usable = usableRemedies(remedies, call);
  return (
    <>
      <div className="flex items-center gap-1 px-1 py-2 lg:hidden">
        <ButtonLink href={back} variant="ghost" icon="back" aria-label="Back to calls" />
        <b className="text-[1.0625rem]">Calls</b>
      </div>
      <div className="flex flex-col gap-4 px-4 pb-8 md:px-7 lg:px-[26px] lg:pt-[22px]">
        <CallSlip call={call} business={business} timeZone={timeZone} />
        <div>
          <h2 className="text-[24px] leading-[1.18] tracking-[-0.025em] lg:text-[22px]">{headline}</h2>
          {body ? <p className="mt-1.5 text-ink-2 max-md:text-touch">{body}</p> : null}
          <CallRemedies slug={slug} call={call} remedies={usable} />
        </div>
        <Card
          label="What we checked, in order"
          className="max-lg:border-0 max-lg:bg-transparent max-lg:p-0 lg:px-[18px] lg:pt-3.5 lg:pb-2.5"
        >
          <h3 className="mb-1.5 font-[650] text-base max-lg:text-touch">What we checked, in order</h3>
          <Trace items={rows} />
        </Card>
        <CallSupport call={call} timeZone={timeZone} />
      </div>
      <CallActionBar slug={slug} call={call} remedies={usable} />
    </>
  );
}
