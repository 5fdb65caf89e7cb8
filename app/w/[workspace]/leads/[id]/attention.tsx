import { Banner } from "@/app/ui/banner";
import { SubmitButton } from "@/app/ui/submit-button";
import type { LeadDetails } from "@/lib/leads/get-lead";
import { deal } from "../actions";

/** What asks for a person, with the two answers there are. */
export function Attention({ lead, slug }: { lead: LeadDetails; slug: string }) {
  if (!lead.needsAttention) return null;
  return (
    <div className="px-4 pt-4 md:px-5">
      <Banner
        family="marker"
        icon="unchecked"
        action={
          <div className="flex flex-wrap gap-2">
            <form action={deal.bind(null, slug, lead.id, "optOut")}>
              <SubmitButton size="compact">Stop texting them</SubmitButton>
            </form>
            <form action={deal.bind(null, slug, lead.id, "keepTexting")}>
              <SubmitButton size="compact" variant="secondary">
                Keep texting
              </SubmitButton>
            </form>
          </div>
        }
      >
        {lead.needsAttention}
      </Banner>
    </div>
  );
}
