import { ButtonLink } from "@/app/ui/button";
import { controlClass } from "@/app/ui/field";
import { Icon } from "@/app/ui/lucide-icon";
import { Menu } from "@/app/ui/menu";
import { PageHeader } from "@/app/ui/page-header";
import { Segmented } from "@/app/ui/segmented";
import { formatCounted } from "@/lib/format/count";
import type { Month } from "@/lib/insights/month";
import { CALL_VIEWS, type CallView } from "@/lib/recovery/call-views";
import { type CallAddress, callsHref } from "./call-address";
import { reasonName } from "./reason-name";

type CallsToolbarProps = {
  slug: string;
  address: CallAddress;
  counts: Record<CallView, number>;
  month: Month;
  months: Month[];
};

const VIEWS: Record<CallView, string> = {
  all: "All",
  texted: "Texted",
  not_texted: "Not texted",
  answered: "Answered",
};

export function CallsToolbar({ slug, address, counts, month, months }: CallsToolbarProps) {
  return (
    <>
      <PageHeader title="Calls" actions={<Search slug={slug} address={address} />} />
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-2 px-4 pb-3.5 md:px-7">
        <Segmented
          label="Show"
          items={CALL_VIEWS.map((view) => ({
            href: callsHref(slug, address, { view, reason: null, call: null }),
            label: VIEWS[view],
            current: address.view === view,
            ...(address.search ? {} : { count: formatCounted(counts[view]) }),
          }))}
        />
        {address.reason ? (
          <ButtonLink
            href={callsHref(slug, address, { reason: null, call: null })}
            size="compact"
            icon="close"
            aria-label={`Only ${reasonName(address.reason)}. Clear`}
          >
            {reasonName(address.reason)}
          </ButtonLink>
        ) : null}
        <div className="ml-auto">
          <Menu
            label="Month"
            icon="date"
            variant="ghost"
            size="compact"
            align="end"
            items={months.map(({ key, name, current }) => ({
              href: callsHref(slug, address, { month: current ? null : key, search: "", call: null }),
              label: name,
              current: !address.search && key === month.key,
            }))}
          >
            {address.search ? "All months" : month.name}
          </Menu>
        </div>
      </div>
    </>
  );
}

function Search({ slug, address }: { slug: string; address: CallAddress }) {
  return (
    <search className="max-md:w-full">
      <form action={`/w/${slug}/calls`} className="relative">
        {address.view === "all" ? null : <input type="hidden" name="show" value={address.view} />}
        {address.month ? <input type="hidden" name="month" value={address.month} /> : null}
        <Icon name="search" className="pointer-events-none absolute inset-y-0 left-3 my-auto text-ink-3" />
        <input
          type="search"
          name="q"
          defaultValue={address.search}
          aria-label="Search calls by name, number or last digits"
          placeholder="Name or number"
          className={`${controlClass} h-9 pl-9 max-md:h-11 md:w-[210px]`}
        />
      </form>
    </search>
  );
}
