import Link from "next/link";
import { cn } from "@/app/ui/cn";

export type BarStep = "missed" | "texted" | "replied" | "booked";

const fills: Record<BarStep, string> = {
  missed: "bg-slip",
  texted: "bg-bar-texted",
  replied: "bg-bar-replied",
  booked: "bg-answer",
};

type BarsProps = { caption: string; steps: { step: BarStep; value: number; href: string }[]; className?: string };

/** Missed to booked in four bars, each opening its calls. A table underneath, so that it reads as one. */
export function Bars({ caption, steps, className }: BarsProps) {
  const most = Math.max(1, ...steps.map(({ value }) => value));
  return (
    <table className={cn("block w-full", className)}>
      <caption className="sr-only">{caption}</caption>
      <tbody className="grid grid-cols-4 gap-2 md:gap-3">
        {steps.map(({ step, value, href }) => (
          <tr key={step} className="group relative flex flex-col rounded-sm">
            <td className="order-2 block p-0 pt-[7px] font-bold font-display text-[20px] leading-[1.1] tracking-[-0.02em] md:order-1 md:pt-0 md:text-[25px]">
              <Link
                href={href}
                aria-label={`${value} ${step}`}
                className="after:absolute after:inset-0 after:content-['']"
              >
                {value}
              </Link>
            </td>
            <th
              scope="row"
              className="order-3 block text-left font-normal text-[0.84375rem] text-ink-2 group-hover:text-ink group-hover:underline md:order-2"
            >
              {step}
            </th>
            <td aria-hidden className="order-1 flex h-14 items-end p-0 md:order-3 md:mt-2.5 md:h-[142px]">
              <span
                className={cn("block w-full rounded-t-[5px] rounded-b-[2px]", fills[step])}
                style={{ height: value === 0 ? "2px" : `${Math.max(3, (value / most) * 100)}%` }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
