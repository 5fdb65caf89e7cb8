"use client";

import { type ComponentProps, useState } from "react";
import { FormCheckbox, useFormField } from "@/app/ui/action-form";
import { cn } from "@/app/ui/cn";
import { controlClass } from "@/app/ui/field";
import { FieldError } from "./field-error";

type Span = { from: string; to: string };

const HALF_HOURS = Array.from({ length: 49 }, (_, index) => clock(index * 30));

/** One day: open or not, from when to when. */
export function DayHours({ day, name, saved }: { day: number; name: string; saved: Span | null }) {
  const from = useFormField(`from${day}`, saved?.from ?? "08:00");
  const to = useFormField(`to${day}`, saved?.to ?? "21:00");
  const [open, setOpen] = useState(saved !== null);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <div className="w-36">
        <FormCheckbox
          name={`open${day}`}
          saved={saved !== null}
          label={name}
          onChange={(event) => setOpen(event.target.checked)}
        />
      </div>
      {open ? (
        <div className="flex items-center gap-2">
          <TimeSelect
            name={`from${day}`}
            aria-label={`${name} from`}
            value={from.defaultValue}
            times={HALF_HOURS.slice(0, -1)}
          />
          <span className="text-ink-3">to</span>
          <TimeSelect name={`to${day}`} aria-label={`${name} to`} value={to.defaultValue} times={HALF_HOURS.slice(1)} />
        </div>
      ) : (
        <span className="text-control text-ink-3">No automatic texts</span>
      )}
      <FieldError name={`day${day}`} />
    </div>
  );
}

type TimeSelectProps = { times: string[]; value: string } & Omit<ComponentProps<"select">, "defaultValue" | "value">;

function TimeSelect({ times, value, ...rest }: TimeSelectProps) {
  const options = times.includes(value) ? times : [...times, value].toSorted();
  return (
    <select
      key={value}
      defaultValue={value}
      className={cn(controlClass, "h-10 w-auto appearance-auto pr-1 max-md:h-12")}
      {...rest}
    >
      {options.map((time) => (
        <option key={time} value={time}>
          {words(time)}
        </option>
      ))}
    </select>
  );
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

function words(time: string): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  if (hour === 24 || (hour === 0 && minute === 0)) return "Midnight";
  return `${hour % 12 || 12}:${String(minute).padStart(2, "0")} ${hour < 12 ? "AM" : "PM"}`;
}
