import { FormCheckbox } from "@/app/ui/action-form";
import { REGIONS } from "@/lib/recovery/settings-parts";

/** `2.50`, as it is typed; empty for null. */
export const dollarsOf = (cents: number | null) => (cents === null ? "" : (cents / 100).toFixed(2));

export function RegionBoxes({ legend, saved }: { legend: string; saved: readonly string[] }) {
  return (
    <fieldset>
      <legend className="mb-2 font-semibold text-sm">{legend}</legend>
      <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
        {REGIONS.map(({ code, name }) => (
          <FormCheckbox key={code} name={`region${code}`} saved={saved.includes(code)} label={name} />
        ))}
      </div>
    </fieldset>
  );
}
