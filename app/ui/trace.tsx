import type { ReactNode } from "react";
import { cn } from "@/app/ui/cn";
import type { IconName } from "@/app/ui/icons";
import { Icon } from "@/app/ui/lucide-icon";

export type TraceState = "passed" | "stopped" | "not_checked" | "sent" | "failed";
export type TraceItem = { state: TraceState; title: ReactNode; detail: ReactNode };

type Look = { row: string; node: string; detail: string; icon?: IconName; spoken: string };

const quiet = "text-[0.84375rem] text-ink-3";
const band = "-mx-3 my-[3px] min-h-[42px] rounded-md px-3 font-[650] before:top-[-20px] before:left-[21.25px]";
const joined = "before:w-[1.5px] before:bg-answer";

const looks: Record<TraceState, Look> = {
  passed: { row: joined, node: "bg-answer-tint text-answer-text", detail: quiet, icon: "done", spoken: "Passed: " },
  sent: { row: joined, node: "bg-answer-tint text-answer-text", detail: quiet, icon: "done", spoken: "Done: " },
  stopped: {
    row: cn(band, joined, "bg-marker-tint"),
    node: "bg-marker text-on-marker",
    detail: "text-[0.84375rem] text-marker-text",
    icon: "stopped",
    spoken: "Stopped here: ",
  },
  failed: {
    row: cn(band, joined, "bg-stamp-tint"),
    node: "bg-stamp text-on-stamp",
    detail: "text-[0.84375rem] text-stamp-text",
    icon: "close",
    spoken: "Failed: ",
  },
  not_checked: {
    row: "text-ink-3 before:border-line-strong before:border-l-[1.5px] before:border-dashed",
    node: "border-[1.5px] border-line-strong border-dashed bg-surface",
    detail: quiet,
    spoken: "",
  },
};

const isBand = (state: TraceState | undefined) => state === "stopped" || state === "failed";

/** What was checked, in order, down to where it stopped. */
export function Trace({ items }: { items: TraceItem[] }) {
  return (
    <ol className="text-control max-md:text-touch">
      {items.map((item, index) => {
        const look = looks[item.state];
        const afterBand = isBand(items[index - 1]?.state) && !isBand(item.state);
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the checks never change places
            key={index}
            className={cn(
              "relative flex min-h-9 items-center gap-[11px] py-1.5 before:absolute before:top-[-18px] before:left-[9.25px] before:h-9 first:before:hidden",
              look.row,
              afterBand && "before:top-[-13px] before:h-[26px]",
            )}
          >
            <span aria-hidden className={cn("z-1 grid size-5 shrink-0 place-items-center rounded-full", look.node)}>
              {look.icon ? <Icon name={look.icon} className="size-[13px] stroke-3" /> : null}
            </span>
            <span className="min-w-0 grow">
              <span className="sr-only">{look.spoken}</span>
              {item.title}
            </span>
            <span className={cn("max-w-[45%] shrink-0 text-right", look.detail)}>{item.detail}</span>
          </li>
        );
      })}
    </ol>
  );
}
