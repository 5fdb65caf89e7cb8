"use client";

import { useFormField } from "@/app/ui/action-form";
import { Status } from "@/app/ui/status";
import { TRADES, type Trade } from "@/db/enums";

const TRADE_WORDS: Record<Trade, string> = {
  plumbing: "Plumbing",
  dental: "Dental",
  salon: "Salon",
  law: "Law",
  other: "Other",
};

/** What the business does, as chips of which one is chosen. */
export function TradeChoice({ saved }: { saved: Trade | "" }) {
  const { defaultValue, error } = useFormField("trade", saved);
  return (
    <fieldset aria-describedby={error ? "trade-error" : undefined}>
      <legend className="mb-[7px] font-semibold text-ink-2 text-sm">Trade</legend>
      <div className="flex flex-wrap gap-2">
        {TRADES.map((trade) => (
          <label
            key={trade}
            className="flex min-h-11 items-center rounded-lg border border-line-strong bg-surface px-3.5 font-semibold text-base hover:bg-hover has-checked:border-ink has-checked:shadow-[inset_0_0_0_1.5px_var(--color-ink)] has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name="trade"
              value={trade}
              defaultChecked={trade === defaultValue}
              className="sr-only"
            />
            {TRADE_WORDS[trade]}
          </label>
        ))}
      </div>
      {error ? (
        <Status family="stamp" icon="error" id="trade-error" wrap>
          {error}
        </Status>
      ) : null}
    </fieldset>
  );
}
