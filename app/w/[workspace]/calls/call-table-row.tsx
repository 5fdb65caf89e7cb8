import Link from "next/link";
import { cn } from "@/app/ui/cn";
import { Status } from "@/app/ui/status";
import { Time } from "@/app/ui/time";
import { formatClock, formatFullMoment } from "@/lib/format/time";
import { callOutcome } from "@/lib/recovery/explain-call";
import { textResult } from "@/lib/recovery/explain-result";
import type { CallRow } from "@/lib/recovery/queries-rows";
import { outcomeLook, resultLook } from "./call-look";
import { callerDetail, callerTitle } from "./caller-words";

type CallTableRowProps = { row: CallRow; selected: boolean; href: string; timeZone: string };

const cell = "border-line border-t py-1.5 pr-2.5 align-middle leading-[1.28] max-md:block max-md:border-0 max-md:p-0";

export function CallTableRow({ row, selected, href, timeZone }: CallTableRowProps) {
  const outcome = callOutcome(row);
  const result = textResult(row.told);
  return (
    <tr
      className={cn(
        "group relative text-[0.90625rem] max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-x-3 max-md:gap-y-1.5 max-md:border-line max-md:border-t max-md:px-4 max-md:py-3 max-md:text-touch",
        selected ? "bg-slip-tint" : "hover:bg-hover",
      )}
    >
      <td
        className={cn(
          cell,
          "h-[51px] w-28 pl-4 text-ink-3 max-md:order-2 max-md:h-auto max-md:w-auto max-md:text-right md:pl-7",
          selected && "md:shadow-[inset_3px_0_0_var(--color-slip-text)]",
        )}
      >
        <Time at={row.startedAt} title={formatFullMoment(row.startedAt, timeZone)} className="whitespace-nowrap">
          {formatClock(row.startedAt, timeZone)}
        </Time>
      </td>
      <td className={cn(cell, "w-[194px] max-md:order-1 max-md:w-auto")}>
        <Link
          href={href}
          scroll={false}
          aria-current={selected ? "true" : undefined}
          className="block truncate font-semibold after:absolute after:inset-0 after:content-[''] focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
        >
          {callerTitle(row)}
        </Link>
        <span className="block truncate text-[0.84375rem] text-ink-3">{callerDetail(row)}</span>
      </td>
      <td className={cn(cell, "w-[168px] max-md:order-3 max-md:w-auto")}>
        <Status {...outcomeLook[outcome.kind]} detail={outcome.detail}>
          {outcome.words}
        </Status>
      </td>
      <td className={cn(cell, "md:pr-5 max-md:order-4 max-md:justify-self-end max-md:text-right")}>
        {result.kind === "none" || result.kind === "pending" ? (
          <span className="text-[0.84375rem] text-ink-3">{result.words}</span>
        ) : (
          <Status {...resultLook[result.kind]} detail={result.detail}>
            {result.words}
          </Status>
        )}
      </td>
    </tr>
  );
}
