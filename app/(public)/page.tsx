import { Calculator } from "./calculator";
import { Hero } from "./hero";
import { PlanCards } from "./plan-cards";
import { Questions } from "./questions";
import { Timeline } from "./timeline";

const wrap = "mx-auto max-w-[1232px] px-4";

export default function LandingPage() {
  return (
    <>
      <div className={wrap}>
        <Hero />
      </div>
      <Timeline />
      <div className={wrap}>
        <section className="grid grid-cols-1 items-center gap-x-18 gap-y-8 py-16 md:grid-cols-2 md:py-28">
          <div>
            <h2 className="text-headline tracking-[-0.035em] md:text-display">What do missed calls cost you?</h2>
            <p className="mt-[18px] max-w-[34em] text-[1.15625rem] text-ink-2 leading-[1.5]">
              Think of the last time you reached a voicemail. You probably tried the next name on the list. Move the
              sliders: these are your numbers, not ours.
            </p>
          </div>
          <Calculator />
        </section>
        <section className="pb-16 md:pb-28">
          <h2 className="mb-8 text-headline tracking-[-0.035em] md:mb-11 md:text-display">
            Start free. Or run it yourself.
          </h2>
          <PlanCards />
        </section>
        <div className="pb-16 md:pb-24">
          <Questions />
        </div>
      </div>
    </>
  );
}
