import type { Remedy } from "@/lib/recovery/explain-words";
import type { CallDetails } from "@/lib/recovery/queries-call";
import { actsHere, RemedyButton } from "./call-remedies";

type CallActionBarProps = { slug: string; call: CallDetails; remedies: Remedy[] };

/** On a phone, in place of the tabs: what the thumb can do about this call. */
export function CallActionBar({ slug, call, remedies }: CallActionBarProps) {
  const acting = remedies.find(actsHere) ?? (call.leadId ? OPEN_LEAD : null);
  if (!call.callerE164) return null;
  return (
    <div
      data-action-bar
      className="fixed inset-x-0 bottom-0 z-30 border-line border-t bg-surface px-4 pt-3 pb-[max(22px,env(safe-area-inset-bottom))] md:hidden"
    >
      <div className="mx-auto grid max-w-[640px] auto-cols-fr grid-flow-col gap-2.5">
        <RemedyButton {...{ slug, call }} remedy={CALL_BACK} variant="secondary" large />
        {acting ? <RemedyButton {...{ slug, call }} remedy={acting} variant="primary" large /> : null}
      </div>
    </div>
  );
}

const CALL_BACK: Remedy = { kind: "call_back", label: "Call back" };
const OPEN_LEAD: Remedy = { kind: "open_lead", label: "Open the lead" };
