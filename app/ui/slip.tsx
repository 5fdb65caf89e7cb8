import type { ReactNode } from "react";
import { cn } from "@/app/ui/cn";
import { Icon } from "@/app/ui/lucide-icon";
import { RubberStamp } from "@/app/ui/rubber-stamp";

type SlipProps = {
  children: ReactNode;
  title?: string;
  /** Handwriting is for the pages outside the app. */
  variant?: "printed" | "handwritten";
  stamp?: { word: string; detail: string };
  className?: string;
};

/** The paper: a call, written down. Pink in both themes, because paper is. */
export function Slip({ children, title = "While you were out", variant = "printed", stamp, className }: SlipProps) {
  const hand = variant === "handwritten";
  return (
    <div
      data-hand={hand || undefined}
      className={cn("group/slip relative", hand ? "slip-shadow-lifted" : "slip-shadow", className)}
    >
      <div
        className={cn(
          "perforated-top bg-paper text-paper-ink",
          hand ? "px-6 pt-[26px] pb-[18px] md:px-[34px] md:pt-[34px] md:pb-[26px]" : "px-5 pt-[22px] pb-4",
        )}
      >
        <p
          className={cn(
            "text-center font-bold font-display text-paper-text leading-none",
            hand
              ? "mb-4 text-[29px] tracking-[-0.03em] max-[359px]:text-[24px] md:text-[37px]"
              : "mb-2.5 text-[22px] tracking-[-0.01em]",
          )}
        >
          {title}
        </p>
        {children}
      </div>
      {stamp ? <RubberStamp {...stamp} /> : null}
    </div>
  );
}

export type SlipEntry = {
  /** Left out for a line that carries on from the one above. */
  label?: string;
  value: ReactNode;
  /** Set larger, in the display face: the number they called from. */
  large?: boolean;
  /** Pushed to the right end of the line. */
  end?: boolean;
};

/** One ruled line with its printed labels and what was filled in. */
export function SlipLine({ entries }: { entries: SlipEntry[] }) {
  return (
    <dl className="flex flex-wrap items-baseline gap-x-2 border-paper-text/34 border-b pt-1.5 pb-[5px] group-data-hand/slip:min-h-10 group-data-hand/slip:flex-nowrap group-data-hand/slip:pt-2 group-data-hand/slip:pb-[3px] md:group-data-hand/slip:min-h-[49px]">
      {entries.map((entry, index) => (
        <div
          key={`${entry.label ?? "more"}-${index === 0 ? "first" : index}`}
          className={cn(
            "flex min-w-0 items-baseline gap-2",
            entry.end && "ml-auto",
            entry.end && index > 1 && "ml-2.5",
          )}
        >
          <dt
            className={cn(
              "shrink-0 font-[650] text-paper-text text-xs group-data-hand/slip:text-[13.5px]",
              !entry.label && "sr-only",
            )}
          >
            {entry.label ?? "Continued"}
          </dt>
          <dd
            className={cn(
              "min-w-0 font-semibold text-base group-data-hand/slip:font-hand group-data-hand/slip:font-normal group-data-hand/slip:text-[29px] group-data-hand/slip:text-paper-pen group-data-hand/slip:leading-[0.9] md:group-data-hand/slip:text-[33px]",
              entry.large && "font-[650] font-display text-[21px] leading-[1.2] tracking-[-0.022em]",
            )}
          >
            {entry.value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The boxes to tick, two in a row. */
export function SlipTicks({ children }: { children: ReactNode }) {
  return (
    <ul className="grid grid-cols-2 gap-x-3 gap-y-[9px] pt-3 group-data-hand/slip:grid-cols-[1.25fr_1fr] group-data-hand/slip:gap-y-[11px] group-data-hand/slip:pt-[15px] group-data-hand/slip:pb-2 md:group-data-hand/slip:grid-cols-2">
      {children}
    </ul>
  );
}

export function SlipTick({ ticked, children }: { ticked: boolean; children: ReactNode }) {
  return (
    <li
      className={cn(
        "flex items-center gap-2 font-semibold text-sm group-data-hand/slip:text-control md:group-data-hand/slip:text-base",
        ticked ? "text-paper-ink" : "text-paper-text",
      )}
    >
      <span
        aria-hidden
        className="grid size-[15px] shrink-0 place-items-center rounded-[2px] border-[1.5px] border-paper-text group-data-hand/slip:size-[17px]"
      >
        {ticked ? (
          <Icon
            name="done"
            className="-mt-[3px] ml-0.5 size-[17px] max-w-none stroke-[2.6] text-paper-pen group-data-hand/slip:size-[22px]"
          />
        ) : null}
      </span>
      <span>
        <span className="sr-only">{ticked ? "Yes: " : "No: "}</span>
        {children}
      </span>
    </li>
  );
}
