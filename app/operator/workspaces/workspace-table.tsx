import Link from "next/link";
import { ButtonLink } from "@/app/ui/button";
import type { IconName } from "@/app/ui/icons";
import { Menu, type MenuItem } from "@/app/ui/menu";
import { Status } from "@/app/ui/status";
import { PLAN_DETAILS } from "@/lib/billing/plans";
import { formatCount, plural } from "@/lib/format/count";
import { formatCents } from "@/lib/format/money";
import { formatDay, formatMoment } from "@/lib/format/time";
import type { LineState } from "@/lib/insights/line-state";
import type { WorkspaceRow } from "@/lib/operator/list-installation";
import { resumeAction, suspendAction } from "../actions";

type Times = { now: Date; timeZone: string };
type WorkspaceTableProps = { page: { rows: WorkspaceRow[]; next: string | null }; month: string } & Times;

const STATE_ICONS: Record<LineState["family"], IconName> = {
  answer: "live",
  marker: "unchecked",
  stamp: "error",
  quiet: "notSetUp",
};

const cell = "border-line border-t py-2 pr-4 align-middle max-md:border-0 max-md:p-0";
const amount = "text-right tabular-nums max-md:text-left";

/** States, counts and amounts of every workspace: a table, which on a phone reads as a list. */
export function WorkspaceTable({ page, month, now, timeZone }: WorkspaceTableProps) {
  if (page.rows.length === 0) return <p className="text-ink-2">No workspace yet. Invite somebody to open the first.</p>;
  return (
    <>
      <table className="w-full border-collapse max-md:block">
        <caption className="sr-only">Workspaces by name</caption>
        <thead className="text-left text-ink-2 text-sm max-md:sr-only">
          <tr>
            <Heading>Name and owner</Heading>
            <Heading>Plan</Heading>
            <Heading>State</Heading>
            <Heading>Last call</Heading>
            <Heading right>Callers, {month}</Heading>
            <Heading right>Texts, {month}</Heading>
            <Heading right>Cost, {month}</Heading>
            <th scope="col">
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody className="max-md:block">
          {page.rows.map((row) => (
            <tr
              key={row.id}
              className="max-md:relative max-md:grid max-md:grid-cols-2 max-md:gap-x-4 max-md:gap-y-1 max-md:border-line max-md:border-t max-md:py-3 max-md:first:border-0"
            >
              <td className={`${cell} max-md:col-span-2 max-md:pr-12`}>
                <Link href={`/operator/workspaces/${row.id}`} className="font-semibold hover:underline">
                  {row.name}
                </Link>
                <span className="block text-[0.84375rem] text-ink-3">{row.owner ?? "Nobody owns it"}</span>
              </td>
              <td className={`${cell} max-md:order-1`}>{PLAN_DETAILS[row.plan].name}</td>
              <td className={`${cell} max-md:col-span-2`}>
                <WorkspaceState row={row} now={now} timeZone={timeZone} />
              </td>
              <td className={`${cell} text-ink-2 max-md:order-1`}>
                <Label>Last call </Label>
                {row.lastCallAt ? formatMoment(row.lastCallAt, now, timeZone) : "Never"}
              </td>
              <td className={`${cell} ${amount} max-md:order-1`}>
                <Label>Callers </Label>
                {formatCount(row.callers)}
              </td>
              <td className={`${cell} ${amount} max-md:order-1`}>
                <Label>Texts </Label>
                {formatCount(row.texts)}
              </td>
              <td className={`${cell} ${amount} max-md:order-1`}>
                <Label>Cost </Label>
                {formatCents(row.costCents, { billing: true })}
              </td>
              <td className={`${cell} w-px pr-0 max-md:absolute max-md:top-2 max-md:right-0 max-md:w-auto`}>
                <Menu
                  label={`${row.name}: suspend, change plan, caps, delete`}
                  icon="options"
                  variant="ghost"
                  size="compact"
                  align="end"
                  items={menuOf(row)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {page.next ? (
        <div className="mt-3">
          <ButtonLink href={`/operator/workspaces?after=${page.next}`}>More workspaces</ButtonLink>
        </div>
      ) : null}
    </>
  );
}

function Heading({ children, right }: { children: React.ReactNode; right?: boolean }) {
  return (
    <th scope="col" className={`pr-4 pb-2 font-semibold ${right ? "text-right" : ""}`}>
      {children}
    </th>
  );
}

/** What the column's heading says, on a phone, where there are no columns. */
function Label({ children }: { children: string }) {
  return <span className="text-ink-3 md:hidden">{children}</span>;
}

export function WorkspaceState({ row, now, timeZone }: { row: WorkspaceRow } & Times) {
  const trouble = [
    row.deleteAfter ? `Deleted ${formatDay(row.deleteAfter, now, timeZone)}` : null,
    row.unconfirmed > 0 ? `${plural(row.unconfirmed, "text")} to check` : null,
    row.notDelivered > 0 ? `${formatCount(row.notDelivered)} not delivered` : null,
  ].filter(Boolean);
  return (
    <Status family={row.line.family} icon={STATE_ICONS[row.line.family]} detail={trouble.join(", ") || undefined}>
      {row.line.words}
    </Status>
  );
}

function menuOf({ id, suspendedAt, deleteAfter }: WorkspaceRow): MenuItem[] {
  const suspend: MenuItem = suspendedAt
    ? { label: "Resume", icon: "live", onSelect: resumeAction.bind(null, id) }
    : { label: "Suspend", icon: "stopped", onSelect: suspendAction.bind(null, id) };
  return [
    suspend,
    { label: "Plan and caps", icon: "limits", href: `/operator/workspaces/${id}` },
    {
      label: deleteAfter ? "Keep it" : "Delete",
      icon: deleteAfter ? "undo" : "delete",
      danger: !deleteAfter,
      separated: true,
      href: `/operator/workspaces/${id}#delete`,
    },
  ];
}
