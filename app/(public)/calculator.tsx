"use client";

import { type CSSProperties, useState } from "react";

const dollars = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD", maximumFractionDigits: 0 });
const weeksInAMonth = 52 / 12;

/** What missed calls cost, in the visitor's own numbers. */
export function Calculator() {
  const [calls, setCalls] = useState(6);
  const [job, setJob] = useState(310);
  const [booked, setBooked] = useState(3);
  const lost = calls * weeksInAMonth * job * (booked / 10);
  return (
    <div className="rounded-xl border border-line bg-surface p-5 md:px-[30px] md:py-7">
      <Slider label="Calls you miss in a week" value={calls} max={25} onChange={setCalls} />
      <Slider
        label="Your average job"
        value={job}
        max={1_000}
        step={10}
        onChange={setJob}
        words={dollars.format(job)}
      />
      <Slider label="Out of 10 callers you reach, how many book?" value={booked} max={10} onChange={setBooked} />
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-line border-t pt-5">
        <output className="font-bold font-display text-[2.75rem] leading-none tracking-[-0.04em] md:text-[3.625rem]">
          {dollars.format(lost)}
        </output>
        <span className="text-[1.0625rem] text-ink-2">a month in work you never heard about</span>
      </p>
      <p className="mt-3 text-ink-3 text-sm">
        An estimate: calls × 4⅓ weeks × your average job × the share that books.
      </p>
    </div>
  );
}

type SliderProps = {
  label: string;
  value: number;
  max: number;
  step?: number;
  words?: string;
  onChange: (value: number) => void;
};

function Slider({ label, value, max, step = 1, words, onChange }: SliderProps) {
  const filled: CSSProperties & Record<"--filled", string> = { "--filled": `${(value / max) * 100}%` };
  return (
    <label className="mb-[22px] grid grid-cols-[1fr_auto] gap-x-4 gap-y-2.5 font-semibold text-touch">
      <span>{label}</span>
      <span aria-hidden className="font-bold font-display text-[1.1875rem] leading-[1.2]">
        {words ?? value}
      </span>
      <span className="col-span-2 flex min-h-7 items-center max-md:min-h-11">
        <input
          type="range"
          min={0}
          max={max}
          step={step}
          value={value}
          aria-valuetext={words}
          onChange={(event) => onChange(event.target.valueAsNumber)}
          className="range-track w-full cursor-pointer"
          style={filled}
        />
      </span>
    </label>
  );
}
