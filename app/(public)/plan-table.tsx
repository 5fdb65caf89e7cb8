const columns = ["Free", "Solo", "Team", "Paused", "Self-hosted"];

const rows: { what: string; cells: string[] }[] = [
  { what: "Price a month", cells: ["$0", "$49.00", "$99.00", "$5.00", "$0, your own Twilio"] },
  { what: "Callers texted back a month", cells: ["5", "100", "250", "None", "No limit"] },
  { what: "Numbers", cells: ["1", "1", "3", "Keeps its own", "No limit"] },
  { what: "People", cells: ["1", "2", "10", "Keeps its own", "No limit"] },
  { what: "Call log, leads, your own texts", cells: ["Yes", "Yes", "Yes", "Yes", "Yes"] },
  { what: "AI replies, follow-ups, AI voice", cells: ["No", "Planned", "Planned", "No", "Planned"] },
  { what: "API, webhooks", cells: ["No", "No", "Planned", "No", "Planned"] },
];

/** Every plan, line by line. It scrolls sideways on a phone, the first column staying put. */
export function PlanTable() {
  return (
    <section
      aria-label="Plans compared"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-lg border border-line bg-surface"
    >
      <table className="w-full min-w-[46rem] text-left">
        <caption className="sr-only">What each plan includes</caption>
        <thead>
          <tr>
            <td className="sticky left-0 bg-surface" />
            {columns.map((column) => (
              <th key={column} scope="col" className="px-4 py-3.5 font-bold">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.what} className="border-line border-t">
              <th
                scope="row"
                className="sticky left-0 w-48 bg-surface px-4 py-3 font-semibold text-ink-2 text-sm md:w-64"
              >
                {row.what}
              </th>
              {row.cells.map((cell, index) => (
                <td key={columns[index]} className="px-4 py-3">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
