"use client";

import { Button } from "@/app/ui/button";
import { Select } from "@/app/ui/select";
import { TROUBLES, troubleNow } from "./trouble";
import type { Act } from "./use-network";
import type { NetworkState } from "./wire";

/** What no phone can do: time that passes, and a carrier that fails. */
export function Controls({ customer, state, act }: { customer: string; state: NetworkState; act: Act }) {
  const trouble = troubleNow(state.faults, state.customer.texting);
  const choose = async (key: string) => {
    const next = TROUBLES.find((each) => each.key === key);
    await act("phones", { number: customer, texting: next?.texting ?? null });
    await act("faults", next?.faults ?? {});
  };
  const ahead = state.hoursSkipped;
  return (
    <section className="flex flex-col gap-3 border-line border-t p-4">
      <Select
        label="The carrier"
        options={[{ value: "", label: "Works" }, ...TROUBLES.map(({ key, label }) => ({ value: key, label }))]}
        value={trouble?.key ?? ""}
        hint={trouble?.words ?? "Choose a way for it to fail."}
        onChange={(event) => choose(event.target.value)}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button icon="pending" onClick={() => act("skip-hour")}>
          Skip 1 hour
        </Button>
        <p className="text-ink-3 text-sm">
          {ahead === 0 ? "For the app alone." : `The app is ${ahead} ${ahead === 1 ? "hour" : "hours"} ahead.`}
        </p>
      </div>
    </section>
  );
}
