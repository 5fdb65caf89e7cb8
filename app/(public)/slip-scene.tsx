import { cn } from "@/app/ui/cn";
import { Slip, SlipLine, SlipTick, SlipTicks } from "@/app/ui/slip";
import type { Trade } from "./trades";

type SlipSceneProps = { trade: Trade; stamped?: boolean; slipClass?: string; threadClass?: string; metaClass?: string };

/** A filled-in slip with the two texts that came of it. */
export function SlipScene({ trade, stamped, slipClass, threadClass, metaClass }: SlipSceneProps) {
  const { slip, texts } = trade;
  return (
    <>
      <Slip variant="handwritten" stamp={stamped ? trade.stamp : undefined} className={slipClass}>
        <SlipLine
          entries={[
            { label: "To", value: slip.to },
            { label: "Date", value: slip.date, end: true },
            { label: "Time", value: slip.time },
          ]}
        />
        <SlipLine entries={[{ label: "From", value: slip.from }]} />
        <SlipLine entries={[{ label: "Phone", value: slip.phone }]} />
        <SlipTicks>
          {trade.ticks.map(({ words, ticked }) => (
            <SlipTick key={words} ticked={ticked}>
              {words}
            </SlipTick>
          ))}
        </SlipTicks>
        <SlipLine entries={[{ label: "Message", value: slip.message[0] }]} />
        <SlipLine entries={[{ value: slip.message[1] }]} />
      </Slip>
      <div className={cn("relative flex flex-col gap-2.5", threadClass)}>
        <div className="flex max-w-[min(440px,82%)] flex-col items-end gap-1 self-end">
          <p className="rounded-xl rounded-br-[5px] bg-pen-tint px-[13px] py-[9px] leading-[1.42] shadow-[inset_0_0_0_1px_color-mix(in_srgb,var(--color-pen)_22%,transparent),var(--shadow-float)]">
            {texts.ours}
          </p>
          <p className={cn("font-medium text-ink-3 text-sm", metaClass)}>6 seconds later</p>
        </div>
        <p className="max-w-[min(440px,82%)] self-start rounded-xl rounded-bl-[5px] bg-surface px-[13px] py-[9px] leading-[1.42] shadow-float">
          {texts.theirs}
        </p>
      </div>
    </>
  );
}
