"use client";

import { type ReactNode, useState } from "react";
import { Banner } from "@/app/ui/banner";
import { cn } from "@/app/ui/cn";
import { BusinessSide } from "./business-side";
import { Controls } from "./controls";
import { CustomerPhone } from "./customer-phone";
import { CUSTOMERS } from "./customers";
import { Log } from "./log";
import { useNetwork } from "./use-network";

const VIEWS = ["Customer", "Business", "App", "Log"] as const;
type View = (typeof VIEWS)[number];

/** Two phones on the local carrier, the app between them, and the record of what happened. */
export function Simulator({ app }: { app: ReactNode }) {
  const [customer, setCustomer] = useState(CUSTOMERS[0]);
  const [view, setView] = useState<View>("Customer");
  const { state, entries, problem, act } = useNetwork(customer.number);
  const waits = <p className="p-4 text-control text-ink-3">Reaching the local carrier.</p>;
  const shared = state ? { state, act } : null;
  return (
    <>
      <div className="flex shrink-0 gap-1 border-line border-b bg-surface p-1.5 md:hidden">
        {VIEWS.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={view === name}
            onClick={() => setView(name)}
            className="h-11 grow rounded-md font-semibold text-base text-ink-2 aria-pressed:bg-ink aria-pressed:text-on-ink"
          >
            {name}
          </button>
        ))}
      </div>
      {problem ? (
        <Banner family="stamp" icon="unplugged">
          {problem}
        </Banner>
      ) : null}
      <div className="grid min-h-0 grow grid-cols-1 grid-rows-1 md:grid-cols-[320px_292px_minmax(0,1fr)] md:grid-rows-[minmax(0,1fr)_168px]">
        <Pane name="Customer" title="The customer's phone" view={view} className="flex flex-col">
          {shared ? <CustomerPhone customer={customer} onChoose={setCustomer} {...shared} /> : waits}
        </Pane>
        <Pane name="Business" title="The business" view={view}>
          {shared ? (
            <>
              <BusinessSide customer={customer.number} {...shared} />
              <Controls customer={customer.number} {...shared} />
            </>
          ) : (
            waits
          )}
        </Pane>
        <Pane name="App" title="Your app, live" view={view} className="flex flex-col overflow-hidden md:border-r-0">
          {app}
        </Pane>
        <Pane name="Log" title="What happened" view={view} className="md:col-span-3 md:border-t md:border-r-0">
          {state ? <Log entries={entries} state={state} /> : waits}
        </Pane>
      </div>
    </>
  );
}

type PaneProps = { name: View; title: string; view: View; className?: string; children: ReactNode };

function Pane({ name, title, view, className, children }: PaneProps) {
  return (
    <section
      aria-label={title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard cannot scroll what holds no control
      tabIndex={0}
      className={cn(
        "min-h-0 overflow-y-auto border-line bg-surface md:border-r",
        className,
        view !== name && "max-md:hidden",
      )}
    >
      <h2 className="sticky top-0 z-10 shrink-0 border-line border-b bg-sunken px-4 py-2 text-control tracking-normal max-md:hidden">
        {title}
      </h2>
      {children}
    </section>
  );
}
