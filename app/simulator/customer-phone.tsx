"use client";

import { useState } from "react";
import { Select } from "@/app/ui/select";
import { TextInput } from "@/app/ui/text-input";
import { CustomerCall } from "./customer-call";
import { CustomerThread } from "./customer-thread";
import { CUSTOMERS, type Customer, shownNumber, somebodyElse, typedNumber } from "./customers";
import type { Act } from "./use-network";
import type { NetworkState } from "./wire";

type Props = {
  customer: Customer;
  onChoose: (customer: Customer) => void;
  state: NetworkState;
  act: Act;
};

const ELSE = "else";

/** The phone of whoever rings the business. */
export function CustomerPhone({ customer, onChoose, state, act }: Props) {
  const [typing, setTyping] = useState(false);
  const [error, setError] = useState<string>();
  const options = [
    ...CUSTOMERS.map(({ number, name }) => ({ value: number, label: name })),
    { value: ELSE, label: "Another number" },
  ];
  const choose = (value: string) => {
    setTyping(value === ELSE);
    const known = CUSTOMERS.find(({ number }) => number === value);
    if (known) onChoose(known);
  };
  // While it is typed, and not when the field is left: on the way to the button, it would move from under the finger.
  const type = (typed: string) => {
    const number = typedNumber(typed);
    if (!number) return;
    setError(undefined);
    onChoose(somebodyElse(number));
  };
  const complain = (typed: string) =>
    setError(typedNumber(typed) || typed === "" ? undefined : "Enter 10 digits, or + and the country's code.");
  return (
    <>
      <div className="flex flex-col gap-3 p-4">
        <Select
          label="You are"
          options={options}
          value={typing ? ELSE : customer.number}
          hint={`${customer.withheld ? "" : `${shownNumber(customer.number)}. `}${customer.hint}.`}
          onChange={(event) => choose(event.target.value)}
        />
        {typing ? (
          <TextInput
            label="Their number"
            inputMode="tel"
            placeholder="(503) 555-0150"
            error={error}
            onChange={(event) => type(event.target.value)}
            onBlur={(event) => complain(event.target.value)}
          />
        ) : null}
        <CustomerCall key={customer.number} customer={customer} state={state} act={act} />
      </div>
      <CustomerThread key={customer.number} customer={customer} state={state} act={act} />
    </>
  );
}
