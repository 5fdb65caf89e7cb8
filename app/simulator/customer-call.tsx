"use client";

import { useState } from "react";
import { Button } from "@/app/ui/button";
import { Select } from "@/app/ui/select";
import { CallState } from "./call-state";
import { type Customer, nameOf, shownNumber } from "./customers";
import { Heard } from "./heard";
import type { Act } from "./use-network";
import type { NetworkState } from "./wire";

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];
const PATIENCE = [
  { value: "", label: "Let it ring" },
  { value: "3", label: "Hang up after 3 seconds" },
  { value: "9", label: "Hang up after 9 seconds" },
  { value: "15", label: "Hang up after 15 seconds" },
];

type Props = { customer: Customer; state: NetworkState; act: Act };

/** The customer's dialer, or the call they are in. */
export function CustomerCall(props: Props) {
  const { state, act } = props;
  const call = state.customer.calls.find((each) => each.state !== "ended");
  if (!call) return <Dialer {...props} />;
  return (
    <div className="flex flex-col gap-3">
      <CallState call={call} who={nameOf(call.with, state.phones)} />
      <Heard call={call} most={3} />
      {call.state === "in_call" ? (
        <fieldset className="grid grid-cols-6 gap-1.5">
          <legend className="mb-1.5 text-ink-3 text-sm">Keys. 9 means no text.</legend>
          {KEYS.map((key) => (
            <Button
              key={key}
              size="compact"
              aria-label={`Press ${key}`}
              onClick={() => act(`calls/${call.id}/press`, { digits: key })}
            >
              {key}
            </Button>
          ))}
        </fieldset>
      ) : null}
      <Button variant="danger" icon="unreached" wide onClick={() => act(`calls/${call.id}/hangup`)}>
        Hang up
      </Button>
    </div>
  );
}

function Dialer({ customer, state, act }: Props) {
  const lines = state.phones.filter(({ forwarding }) => forwarding && state.numbers.includes(forwarding.to));
  const targets = [
    ...lines.map(({ number, label, forwarding }) => ({
      number,
      label: label ?? shownNumber(number),
      detail: `${shownNumber(number)}. Rings ${forwarding?.afterSeconds ?? 20} s, then forwards.`,
    })),
    ...state.numbers.map((number) => ({
      number,
      label: "The Ringback number itself",
      detail: `${shownNumber(number)}. As when calling back.`,
    })),
  ];
  const [chosen, setChosen] = useState<string | null>(null);
  const [patience, setPatience] = useState("");
  const to = targets.find(({ number }) => number === chosen) ?? targets[0];
  const last = state.customer.calls[0];
  if (!to)
    return (
      <p className="text-control text-ink-2">There is no number to call yet. Get one in the app under Phone line.</p>
    );
  const place = () =>
    act("calls", {
      from: customer.number,
      to: to.number,
      ...(patience ? { hangUpAfterSeconds: Number(patience) } : {}),
      ...(customer.withheld ? { withheld: true } : {}),
    });
  return (
    <div className="flex flex-col gap-3">
      {last ? <CallState call={last} who={nameOf(last.with, state.phones)} /> : null}
      <Select
        label="Call"
        options={targets.map(({ number, label }) => ({ value: number, label }))}
        value={to.number}
        hint={to.detail}
        onChange={(event) => setChosen(event.target.value)}
      />
      <div className="flex items-end gap-2">
        <div className="min-w-0 grow">
          <Select
            label="And then"
            options={PATIENCE}
            value={patience}
            onChange={(event) => setPatience(event.target.value)}
          />
        </div>
        <Button variant="answer" icon="call" className="h-10 max-md:h-[54px]" onClick={place}>
          {last ? "Call again" : "Call"}
        </Button>
      </div>
    </div>
  );
}
