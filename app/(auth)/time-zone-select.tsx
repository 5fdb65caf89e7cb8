"use client";

import { useEffect, useRef } from "react";
import { Select, type SelectOption } from "@/app/ui/select";
import { DEFAULT_TIME_ZONE } from "@/lib/workspaces/time-zones";

type Props = { zones: SelectOption[]; chosen?: string; error?: string };

const deviceZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Starts on the zone of the device. Without script it starts on one people can see and change. */
export function TimeZoneSelect({ zones, chosen, error }: Props) {
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    const own = deviceZone();
    if (select.current && !chosen && zones.some(({ value }) => value === own)) select.current.value = own;
  }, [chosen, zones]);
  return (
    <Select
      // A form that comes back is reset to what its fields began with, so it begins anew.
      key={chosen}
      ref={select}
      label="Time zone"
      name="timeZone"
      options={zones}
      defaultValue={chosen ?? DEFAULT_TIME_ZONE}
      error={error}
      className="h-12 rounded-[10px] text-touch max-md:h-14"
    />
  );
}

/** The zone of the device without asking, where a later page shows it and lets it be changed. */
export function DeviceTimeZone() {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (field.current) field.current.value = deviceZone();
  });
  return <input ref={field} type="hidden" name="timeZone" defaultValue={DEFAULT_TIME_ZONE} />;
}
