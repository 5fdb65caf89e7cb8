import { ButtonLink } from "@/app/ui/button";
import { Icon } from "@/app/ui/lucide-icon";
import { SlipScene } from "./slip-scene";
import { type Trade, trades } from "./trades";

/** The promise, and a slip that fills itself in for four trades. The radios alone switch it, without any script. */
export function Hero() {
  return (
    <section className="group/hero grid grid-cols-1 gap-x-10 md:min-h-[min(816px,calc(100dvh-84px))] md:grid-cols-2 md:grid-rows-2 md:pb-16 lg:grid-cols-[590px_1fr] lg:grid-rows-[3fr_1fr]">
      <div className="pt-3 md:self-end md:pt-8">
        <h1 className="text-wrap text-hero font-[750] tracking-[-0.045em] max-[359px]:text-[2.875rem] max-lg:md:text-[4rem]">
          They called.
          <br />
          You were
          <br />
          under a sink.
        </h1>
        <p className="mt-4 mb-[18px] max-w-[26em] text-[1.125rem] text-ink-2 leading-[1.42] md:mt-[26px] md:mb-[30px] md:text-[1.3125rem]">
          Ringback texts the callers you miss within seconds, from your business, and turns them into jobs on your
          calendar. Keep your number. Keep your phone.
        </p>
        <div className="flex flex-wrap gap-3 max-md:flex-col max-md:gap-1">
          <ButtonLink href="/sign-up" variant="primary" size="large" className="h-14 md:px-6 md:text-[1.0625rem]">
            Start free for 14 days
          </ButtonLink>
          <ButtonLink
            href="/simulator"
            size="large"
            icon="testCall"
            className="h-14 max-md:h-12 max-md:border-transparent max-md:bg-transparent max-md:text-ink-2 max-md:shadow-none md:px-6 md:text-[1.0625rem]"
          >
            Try it in your browser
          </ButtonLink>
        </div>
      </div>
      <div className="relative max-md:mt-3.5 md:row-span-2">
        {trades.map((trade) => (
          <div key={trade.id} className={trade.shown}>
            <SlipScene
              trade={trade}
              stamped
              slipClass="-rotate-[1.4deg] md:mt-11 md:rotate-[2.4deg] lg:ml-[84px] lg:max-w-[496px]"
              threadClass="mt-4 max-w-[452px] md:-ml-2 lg:ml-5"
            />
          </div>
        ))}
      </div>
      <fieldset className="max-md:mt-9 max-md:pb-12 md:col-start-1 md:row-start-2 md:mt-11">
        <TradeSwitch />
      </fieldset>
    </section>
  );
}

function TradeSwitch() {
  return (
    <>
      <legend className="sr-only">Show an example for</legend>
      <div className="grid grid-cols-2 gap-0.5 rounded-lg bg-hover p-1 md:inline-flex md:flex-wrap">
        {trades.map((trade, index) => (
          <TradeChoice key={trade.id} trade={trade} chosen={index === 0} />
        ))}
      </div>
    </>
  );
}

function TradeChoice({ trade, chosen }: { trade: Trade; chosen: boolean }) {
  return (
    <label className="relative inline-flex h-10 items-center gap-1.5 whitespace-nowrap rounded-[9px] px-[15px] font-semibold text-base text-ink-2 transition-colors duration-120 hover:text-ink has-checked:bg-surface has-checked:text-ink has-checked:shadow-[0_1px_2px_rgb(20_32_26/0.14)] has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2 max-md:h-11 max-md:px-3">
      <input
        type="radio"
        name="trade"
        id={`trade-${trade.id}`}
        value={trade.id}
        defaultChecked={chosen}
        className="absolute inset-0 appearance-none opacity-0"
      />
      <Icon name={trade.icon} />
      {trade.label}
    </label>
  );
}
