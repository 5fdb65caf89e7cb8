import { RadioCard } from "@/app/ui/radio-card";
import { SubmitButton } from "@/app/ui/submit-button";
import { saveLook } from "./actions";

const THEMES = [
  { value: "device", label: "As the device has it" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

export function ThemeForm({ current }: { current: (typeof THEMES)[number]["value"] }) {
  return (
    <form action={saveLook} className="flex flex-col gap-4">
      <fieldset className="flex flex-col gap-2">
        <legend className="sr-only">Look</legend>
        {THEMES.map(({ value, label }) => (
          <RadioCard key={value} name="theme" value={value} label={label} defaultChecked={value === current} />
        ))}
      </fieldset>
      <SubmitButton variant="secondary" className="self-start" pendingWords="Saving">
        Save look
      </SubmitButton>
    </form>
  );
}
