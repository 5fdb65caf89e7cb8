import { Fragment } from "react";
import { ButtonLink } from "@/app/ui/button";
import { dayHeading } from "@/lib/format/day-heading";
import type { CallPage } from "@/lib/recovery/queries";
import { type CallAddress, callsHref } from "./call-address";
import { CallTableRow } from "./call-table-row";

type CallsTableProps = { slug: string; address: CallAddress; page: CallPage; timeZone: string };

/** Calls under the day they came on: a table, which on a phone reads as a list. */
export function CallsTable({ slug, address, page, timeZone }: CallsTableProps) {
  const headings = page.rows.map(({ startedAt }) => dayHeading(startedAt, page.now, timeZone));
  return (
    <>
      <table className="w-full border-collapse max-md:block">
        <caption className="sr-only">Calls, newest first</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Caller</th>
            <th scope="col">Call</th>
            <th scope="col">Text</th>
          </tr>
        </thead>
        <tbody className="max-md:block">
          {page.rows.map((row, index) => (
            <Fragment key={row.id}>
              {headings[index] === headings[index - 1] ? null : <DayRow words={headings[index] ?? ""} />}
              <CallTableRow
                row={row}
                selected={row.id === address.call}
                href={callsHref(slug, address, { call: row.id })}
                timeZone={timeZone}
              />
            </Fragment>
          ))}
        </tbody>
      </table>
      <div className="flex gap-2 border-line border-t px-4 py-4 md:px-7">
        {page.next ? (
          <ButtonLink href={callsHref(slug, address, { before: page.next, call: null })}>Show earlier calls</ButtonLink>
        ) : null}
        {address.before ? (
          <ButtonLink href={callsHref(slug, address, { before: null, call: null })} variant="ghost">
            Back to the newest
          </ButtonLink>
        ) : null}
      </div>
    </>
  );
}

function DayRow({ words }: { words: string }) {
  return (
    <tr className="max-md:block">
      <th
        scope="rowgroup"
        colSpan={4}
        className="h-8 border-line border-t bg-sunken px-4 text-left align-middle font-[650] text-ink-3 text-sm max-md:flex max-md:items-center md:px-7"
      >
        {words}
      </th>
    </tr>
  );
}
