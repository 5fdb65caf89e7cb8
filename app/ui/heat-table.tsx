import { cn } from "@/app/ui/cn";

type HeatTableProps = {
  caption: string;
  /** Column heads, one an hour; an empty string leaves one unlabelled. */
  hours: string[];
  days: { name: string; counts: number[] }[];
};

const shades = [
  "bg-sunken text-transparent",
  "bg-[color-mix(in_srgb,var(--color-slip)_34%,var(--color-surface))] text-transparent",
  "bg-[color-mix(in_srgb,var(--color-slip)_74%,var(--color-surface))] text-slip-text",
  "bg-heat-3 text-heat-3-text",
  "bg-heat-4 text-heat-4-text",
] as const;

/** How dark a cell is: four steps up to the busiest hour, so a quiet month still shows its shape. */
function shade(count: number, most: number): string {
  if (count === 0) return shades[0];
  return shades[most <= 4 ? Math.min(count, 4) : Math.ceil((count / most) * 4)] ?? shades[4];
}

/** Missed calls by weekday and hour. */
export function HeatTable({ caption, hours, days }: HeatTableProps) {
  const most = Math.max(0, ...days.flatMap(({ counts }) => counts));
  return (
    <div className="overflow-x-auto">
      <table className="-ml-[3px] w-full min-w-80 table-fixed border-separate border-spacing-[3px] text-xs">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <td className="w-[34px]" />
            {hours.map((hour, index) =>
              hour ? (
                <th key={hour} scope="col" className="h-4 font-[550] text-ink-3">
                  {hour}
                </th>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: the hours without words have only their place
                <td key={index} />
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.name}>
              <th scope="row" className="w-[34px] text-left font-[550] text-ink-3">
                {day.name}
              </th>
              {day.counts.map((count, index) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: one cell an hour, always the same hours
                  key={index}
                  className={cn("h-[31px] rounded-xs text-center font-[650]", shade(count, most))}
                >
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
