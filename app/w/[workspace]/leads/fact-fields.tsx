import { TextInput } from "@/app/ui/text-input";

type FactFieldsProps = { values: Record<string, string>; errors: Record<string, string> };

/** What people write down about a lead. */
export function FactFields({ values, errors }: FactFieldsProps) {
  const wiring = (name: string) => ({ name, defaultValue: values[name], error: errors[name], autoComplete: "off" });
  return (
    <>
      <TextInput label="Name" {...wiring("name")} />
      <TextInput label="What they need" placeholder="Leaking water heater" {...wiring("need")} />
      <TextInput label="Address" {...wiring("address")} />
      <TextInput label="Worth" hint="An estimate, in dollars." inputMode="decimal" {...wiring("value")} />
    </>
  );
}
