import { Banner } from "@/app/ui/banner";
import { ButtonLink } from "@/app/ui/button";
import { lineState } from "@/lib/insights/line-state";
import type { Pulse } from "@/lib/insights/workspace-pulse";
import { spelledDay } from "@/lib/recovery/explain-amounts";

type WorkspaceBannerProps = { pulse: Pulse; base: string; timeZone: string };

/** The one thing to know about the whole workspace: a broken line before billing before registration. */
export function WorkspaceBanner({ pulse, base, timeZone }: WorkspaceBannerProps) {
  const { line, allowed, now, everTexted } = pulse;
  const state = lineState(line);
  if (line.suspended) {
    return (
      <Banner family="stamp" icon="broken">
        This workspace was suspended by the operator of this installation. {state.means} Ask them to resume it.
      </Banner>
    );
  }
  if (state.family === "stamp") {
    return (
      <Banner family="stamp" icon="broken" action={<Way href={`${base}/phone`} words="Check the line" />}>
        {state.words}. {state.means}
      </Banner>
    );
  }
  if (allowed.reason === "billing_inactive") {
    return (
      <Banner family="stamp" icon="billing" action={<Way href={`${base}/billing`} words="Fix billing" />}>
        Your last payment failed, so missed callers are not texted. Calls are still logged.
      </Banner>
    );
  }
  if (allowed.textsStopAt) {
    return (
      <Banner family="marker" icon="billing" action={<Way href={`${base}/billing`} words="Fix billing" />}>
        Payment failed. Texting stops {spelledDay(allowed.textsStopAt, now, timeZone)}.
      </Banner>
    );
  }
  if (allowed.reason === "usage_exhausted") {
    return (
      <Banner family="marker" icon="billing" action={<Way href={`${base}/billing`} words="See plans" />}>
        You have used this month's {allowed.limit} callers. New callers are logged, not texted.
      </Banner>
    );
  }
  if (everTexted && state.words === "Waiting on carriers") {
    return (
      <Banner
        family="marker"
        icon="pending"
        action={<Way href={`${base}/phone#registration`} words="See registration" />}
      >
        Carriers have not approved your texts. Missed calls are logged, not texted.
      </Banner>
    );
  }
  return null;
}

function Way({ href, words }: { href: string; words: string }) {
  return (
    <ButtonLink href={href} size="compact">
      {words}
    </ButtonLink>
  );
}
