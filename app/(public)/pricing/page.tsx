import type { Metadata } from "next";
import { PlanCards } from "../plan-cards";
import { PlanTable } from "../plan-table";

export const metadata: Metadata = { title: "Pricing" };

const steps = [
  {
    command: "npm run demo",
    words: "Starts everything on one machine, with a pretend phone network and sample calls.",
  },
  { command: "npm run db:migrate", words: "Prepares your own Postgres, version 15 or newer." },
  { command: "npm start", words: "Serves the app. Run npm run worker beside it, as often as you like." },
];

export default function PricingPage() {
  return (
    <div className="mx-auto flex max-w-[1232px] flex-col gap-16 px-4 pt-8 pb-16 md:gap-24 md:pt-16 md:pb-24">
      <section>
        <h1 className="text-[2.5rem] leading-[1.05] tracking-[-0.035em] md:text-display">
          Pay for callers reached, not for texts.
        </h1>
        <p className="mt-4 mb-9 max-w-[38em] text-[1.15625rem] text-ink-2 leading-[1.5]">
          Every plan counts the different people who got an automatic first text in a month. Your own replies are never
          counted and never taken away. Solo is free for 14 days without a card, then it becomes Free.
        </p>
        <h2 className="sr-only">Plans</h2>
        <PlanCards />
      </section>
      <section>
        <h2 className="mb-6 text-headline tracking-[-0.03em]">Line by line.</h2>
        <PlanTable />
        <p className="mt-4 max-w-[65ch] text-ink-2">
          On Solo and Team the limit is soft: you are told at 80% and at 100%, and first texts go on up to twice the
          limit. Whoever was not texted because of a limit says so in the call log, and you can text them by hand.
        </p>
      </section>
      <section id="run-it-yourself" className="grid grid-cols-1 gap-x-15 gap-y-6 md:grid-cols-2">
        <div>
          <h2 className="text-headline tracking-[-0.03em]">Run it yourself.</h2>
          <p className="mt-3 max-w-[38em] text-[1.0625rem] text-ink-2">
            All of Ringback is open source under the MIT license. It needs Node 20.9 or newer, Postgres, and your own
            Twilio account, whose calls and texts you pay at Twilio’s prices. The README walks through going live.
          </p>
        </div>
        <ol className="flex flex-col gap-3">
          {steps.map((step) => (
            <li key={step.command} className="rounded-lg border border-line bg-surface px-5 py-4">
              <code className="font-semibold text-touch">{step.command}</code>
              <p className="mt-0.5 text-ink-2">{step.words}</p>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
