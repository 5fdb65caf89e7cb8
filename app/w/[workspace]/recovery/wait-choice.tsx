"use client";

import { useState } from "react";
import { FormInput, FormSelect, useFormField } from "@/app/ui/action-form";
import { USUAL_WAITS } from "@/lib/recovery/settings-parts";
import { FieldError } from "./field-error";

const OWN = "own";

/** The usual waits by name, any other by number. */
export function WaitChoice({ saved }: { saved: number }) {
  const usual = USUAL_WAITS.some(({ minutes }) => minutes === saved) ? String(saved) : OWN;
  const field = useFormField("usualWait", usual);
  const [chosen, setChosen] = useState(field.defaultValue);
  const unit = saved % 1440 === 0 ? "days" : saved % 60 === 0 ? "hours" : "minutes";
  const perUnit = { days: 1440, hours: 60, minutes: 1 }[unit];
  return (
    <div className="flex flex-col gap-3">
      <FormSelect
        name="usualWait"
        saved={usual}
        label="Wait between texts"
        hint="Somebody who calls again within this time gets no second text."
        onChange={(event) => setChosen(event.target.value)}
        options={[
          ...USUAL_WAITS.map(({ minutes, words }) => ({ value: String(minutes), label: words })),
          { value: OWN, label: "Another time" },
        ]}
      />
      {chosen === OWN ? (
        <div className="grid grid-cols-2 items-start gap-3">
          <FormInput
            name="waitCount"
            saved={String(saved / perUnit)}
            label="How long"
            type="number"
            inputMode="numeric"
            min={1}
          />
          <FormSelect
            name="waitUnit"
            saved={unit}
            label="Unit"
            options={[
              { value: "minutes", label: "minutes" },
              { value: "hours", label: "hours" },
              { value: "days", label: "days" },
            ]}
          />
        </div>
      ) : null}
      <FieldError name="coolDownMinutes" />
    </div>
  );
}
