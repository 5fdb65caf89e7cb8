import { ButtonLink } from "@/app/ui/button";
import { controlClass } from "@/app/ui/field";
import { Icon } from "@/app/ui/lucide-icon";
import { PageHeader } from "@/app/ui/page-header";
import { Segmented } from "@/app/ui/segmented";
import { TextLink } from "@/app/ui/text-link";
import { formatCounted, plural } from "@/lib/format/count";
import { type LeadAddress, leadsHref } from "./lead-address";

type LeadsToolbarProps = {
  slug: string;
  address: LeadAddress;
  needsYou?: number;
  unmatched: number;
  /** "$14,180 open in 15 leads" */
  summary?: string;
};

/** Search, view, filter and the way to a new lead. Links and a plain form, so that all of it has an address. */
export function LeadsToolbar({ slug, address, needsYou, unmatched, summary }: LeadsToolbarProps) {
  const to = (changes: Partial<LeadAddress>) => leadsHref(slug, address, changes);
  return (
    <>
      <PageHeader
        title="Leads"
        actions={
          <>
            <Search slug={slug} address={address} />
            <Segmented
              label="View"
              items={[
                { href: to({ view: "board" }), label: "Board", icon: "leads", current: address.view === "board" },
                { href: to({ view: "table" }), label: "Table", icon: "menu", current: address.view === "table" },
              ]}
            />
            <ButtonLink href={`/w/${slug}/leads/new`} variant="primary" icon="add">
              New lead
            </ButtonLink>
          </>
        }
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 pb-3.5 md:px-7">
        <Segmented
          label="Filter"
          items={[
            { href: to({ needsYou: false }), label: "Everyone", current: !address.needsYou },
            {
              href: to({ needsYou: true }),
              label: "Needs you",
              icon: "waiting",
              current: address.needsYou,
              ...(needsYou === undefined ? {} : { count: formatCounted(needsYou) }),
            },
          ]}
        />
        {unmatched > 0 ? (
          <TextLink href={`/w/${slug}/leads/unmatched`} standalone>
            {plural(unmatched, "text")} from no lead
          </TextLink>
        ) : null}
        {summary ? <p className="ml-auto text-control text-ink-2 max-md:hidden">{summary}</p> : null}
      </div>
    </>
  );
}

function Search({ slug, address }: { slug: string; address: LeadAddress }) {
  return (
    <search className="max-md:w-full">
      <form action={`/w/${slug}/leads`} className="relative">
        {address.view === "table" ? <input type="hidden" name="view" value="table" /> : null}
        {address.stage ? <input type="hidden" name="stage" value={address.stage} /> : null}
        {address.needsYou ? <input type="hidden" name="needs" value="you" /> : null}
        <Icon name="search" className="pointer-events-none absolute inset-y-0 left-3 my-auto text-ink-3" />
        <input
          type="search"
          name="q"
          defaultValue={address.search}
          aria-label="Search leads by name, number or job"
          placeholder="Name, number or job"
          className={`${controlClass} h-9 pl-9 max-md:h-11 md:w-[232px]`}
        />
      </form>
    </search>
  );
}
