import { ButtonLink } from "@/app/ui/button";
import { EmptyState } from "@/app/ui/empty-state";
import { PhoneNumber } from "@/app/ui/phone-number";
import type { Month } from "@/lib/insights/month";
import { formatPhone } from "@/lib/phone/e164";
import { hasCalls } from "@/lib/recovery/queries";
import { type CallAddress, callsHref } from "./call-address";

type NoCallsProps = { slug: string; address: CallAddress; month: Month; workspaceId: string; number: string | null };

export async function NoCalls({ slug, address, month, workspaceId, number }: NoCallsProps) {
  const everything = callsHref(slug, address, { view: "all", reason: null, search: "", call: null });
  const clear = (
    <ButtonLink href={everything} variant="primary">
      {address.search ? "Clear search" : "Clear filters"}
    </ButtonLink>
  );
  if (address.search) {
    return (
      <EmptyState icon="search" title={`Nothing for '${address.search}'.`} action={clear}>
        <p>Try the last four digits.</p>
      </EmptyState>
    );
  }
  if (address.view !== "all" || address.reason)
    return <EmptyState icon="calls" title="No calls match." action={clear} />;
  if (await hasCalls(workspaceId)) {
    return (
      <EmptyState icon="calls" title={`No calls in ${month.name}.`}>
        <p>{month.current ? "The next one shows up here by itself." : "Choose another month above."}</p>
      </EmptyState>
    );
  }
  if (!number) {
    return (
      <EmptyState
        icon="calls"
        title="No calls yet."
        action={
          <ButtonLink href={`/w/${slug}/phone`} variant="primary">
            Choose a number
          </ButtonLink>
        }
      >
        <p>Calls show up here once you have a number.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="calls" title="No calls yet.">
      <p>
        Call <PhoneNumber e164={number} display={formatPhone(number)} /> from another phone to see one here.
      </p>
    </EmptyState>
  );
}
