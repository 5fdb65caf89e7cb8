"use client";

import { useActionState } from "react";
import { cn } from "@/app/ui/cn";
import { FormMessage } from "@/app/ui/form-message";
import { Select } from "@/app/ui/select";
import { SubmitButton } from "@/app/ui/submit-button";
import { emptyForm } from "@/lib/form";
import { FORWARDING_CODES } from "@/lib/phone/forwarding-codes";
import { chooseCarrierAction } from "./line-actions";

type Props = { which: { slug: string; numberId: string }; line: { carrier: string | null } };

/** Boxes to press on a wide screen, the phone's own picker on a narrow one. */
export function CarrierChoice({ which, line }: Props) {
  const [state, choose] = useActionState(chooseCarrierAction.bind(null, which), emptyForm);
  return (
    <div>
      <form action={choose} className="max-md:hidden">
        <fieldset className="grid grid-cols-2 gap-2 lg:grid-cols-3">
          <legend className="mb-2 font-semibold text-ink-2 text-sm">Phone company of that line</legend>
          {FORWARDING_CODES.map(({ id, name }) => (
            <CarrierButton key={id} id={id} name={name} chosen={id === line.carrier} />
          ))}
        </fieldset>
      </form>
      <form action={choose} className="flex flex-col gap-2 md:hidden">
        <Select
          key={line.carrier}
          name="carrier"
          label="Phone company of that line"
          defaultValue={line.carrier ?? ""}
          onChange={(event) => event.currentTarget.form?.requestSubmit()}
          options={[
            ...(line.carrier ? [] : [{ value: "", label: "Choose yours", disabled: true }]),
            ...FORWARDING_CODES.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <noscript>
          <SubmitButton variant="secondary">Show the code</SubmitButton>
        </noscript>
      </form>
      <FormMessage>{state.errors?.carrier}</FormMessage>
    </div>
  );
}

function CarrierButton({ id, name, chosen }: { id: string; name: string; chosen: boolean }) {
  const [short, detail] = name.split(/ \((.*)\)/);
  return (
    <button
      type="submit"
      name="carrier"
      value={id}
      aria-pressed={chosen}
      className="flex min-h-[50px] items-center gap-2.5 rounded-[10px] border border-line-strong bg-surface px-3.5 py-2 text-left font-semibold text-control transition-colors duration-120 hover:bg-hover aria-pressed:border-ink aria-pressed:shadow-[inset_0_0_0_1px_var(--color-ink)]"
    >
      <span
        aria-hidden
        className={cn(
          "size-[18px] shrink-0 rounded-full border-2",
          chosen ? "border-[6px] border-ink" : "border-field",
        )}
      />
      <span className="min-w-0">
        {short}
        {detail ? <span className="block font-normal text-ink-3 text-xs">{detail}</span> : null}
      </span>
    </button>
  );
}
