"use client";

import { BusinessPhone } from "./business-phone";
import { CUSTOMERS } from "./customers";
import type { Act } from "./use-network";
import type { NetworkState, Phone } from "./wire";

/** The business's phones: those with a name, and any other that somebody's call makes ring. */
export function BusinessSide({ customer, state, act }: { customer: string; state: NetworkState; act: Act }) {
  const ringing = state.calls.filter(({ role }) => role === "callee");
  return phonesOf(state, customer).map((phone) => (
    <BusinessPhone
      key={phone.number}
      phone={phone}
      call={ringing.find((call) => call.phone === phone.number)}
      state={state}
      act={act}
    />
  ));
}

function phonesOf({ phones, calls, numbers }: NetworkState, customer: string): Phone[] {
  const outside = new Set([customer, ...CUSTOMERS.map(({ number }) => number), ...numbers]);
  const named = phones.filter(({ number, label, forwarding }) => !outside.has(number) && (label || forwarding));
  const others = calls
    .filter(
      ({ role, phone }) => role === "callee" && !outside.has(phone) && !named.some(({ number }) => number === phone),
    )
    .map(({ phone }) => phones.find(({ number }) => number === phone) ?? unknown(phone));
  return [...named, ...others].toSorted((a, b) => Number(b.forwarding !== null) - Number(a.forwarding !== null));
}

const unknown = (number: string): Phone => ({
  number,
  label: null,
  behaviour: "rings_out",
  forwarding: null,
  texting: null,
});
