"use client";

import { useEffect, useState } from "react";
import { Button } from "@/app/ui/button";
import { Checkbox } from "@/app/ui/checkbox";
import { Select } from "@/app/ui/select";
import { CallState } from "./call-state";
import { nameOf, shownNumber } from "./customers";
import { Heard } from "./heard";
import type { Act } from "./use-network";
import type { Behaviour, NetworkState, Phone, PhoneCall } from "./wire";

type Props = { phone: Phone; call: PhoneCall | undefined; state: NetworkState; act: Act };

/** One of the business's phones: what it does by itself, and what can be done while it rings. */
export function BusinessPhone({ phone, call, state, act }: Props) {
  return (
    <section className="flex flex-col gap-3 border-line border-b p-4 last:border-b-0">
      {call ? <OnTheCall phone={phone} call={call} state={state} act={act} /> : <Behaves phone={phone} act={act} />}
    </section>
  );
}

function OnTheCall({ phone, call, state, act }: Props & { call: PhoneCall }) {
  const [accepting, setAccepting] = useState(false);
  const { id } = call;
  const asked = call.state === "in_call" && call.heard.some(({ kind }) => kind === "said");
  useEffect(() => {
    if (!accepting || !asked) return;
    setAccepting(false);
    void act(`calls/${id}/press`, { digits: "1" });
  }, [accepting, asked, act, id]);
  const answer = (andAccept: boolean) => {
    setAccepting(andAccept);
    void act(`calls/${id}/answer`);
  };
  return (
    <>
      <div className="flex items-end gap-3">
        <h3 className="grow font-semibold text-ink-2 text-sm">{phone.label ?? shownNumber(phone.number)}</h3>
        {phone.label ? <p className="text-ink-3 text-sm">{shownNumber(phone.number)}</p> : null}
      </div>
      <CallState call={call} who={nameOf(call.with, state.phones)} />
      <Heard call={call} most={2} />
      <div className="flex flex-wrap gap-2">
        {call.state === "ringing" ? (
          <>
            {phone.forwarding ? null : (
              <Button variant="answer" icon="call" onClick={() => answer(true)}>
                Answer and press 1
              </Button>
            )}
            <Button variant={phone.forwarding ? "answer" : "secondary"} onClick={() => answer(false)}>
              {phone.forwarding ? "Answer" : "Answer only"}
            </Button>
            <Button onClick={() => act(`calls/${id}/decline`)}>Decline</Button>
          </>
        ) : (
          <>
            {asked ? <Button onClick={() => act(`calls/${id}/press`, { digits: "1" })}>Press 1</Button> : null}
            <Button variant="danger" onClick={() => act(`calls/${id}/hangup`)}>
              Hang up
            </Button>
          </>
        )}
      </div>
    </>
  );
}

const OF_A_LINE: { value: Behaviour; label: string }[] = [
  { value: "interactive", label: "Rings, until you answer" },
  { value: "busy", label: "Is busy" },
  { value: "accepts", label: "Is picked up after 4 s" },
  { value: "voicemail", label: "Voicemail picks up after 3 s" },
  { value: "unreachable", label: "Is switched off" },
];
const OF_A_MOBILE: { value: Behaviour; label: string }[] = [
  { value: "interactive", label: "Rings, until you answer" },
  { value: "accepts", label: "Picks up and presses 1" },
  { value: "picks_up_silently", label: "Picks up, presses nothing" },
  { value: "voicemail", label: "Voicemail picks up after 3 s" },
  { value: "declines", label: "Declines" },
  { value: "busy", label: "Is busy" },
  { value: "unreachable", label: "Is switched off" },
];
const VOICEMAIL_SECONDS = 3;
const RINGS = [
  { value: "6", label: "6 seconds, quick for a demo" },
  { value: "20", label: "20 seconds, as in life" },
];

function Behaves({ phone, act }: Pick<Props, "phone" | "act">) {
  const { number, forwarding } = phone;
  const known = forwarding ? OF_A_LINE : OF_A_MOBILE;
  const shown = known.some(({ value }) => value === phone.behaviour) ? phone.behaviour : "interactive";
  const forward = (change: Partial<NonNullable<Phone["forwarding"]>>) =>
    act("phones", { number, forwarding: { ...forwarding, ...change } });
  return (
    <>
      <Select
        label={phone.label ?? shownNumber(number)}
        aside={phone.label ? <span className="text-ink-3">{shownNumber(number)}</span> : undefined}
        options={known}
        value={shown}
        onChange={({ target: { value } }) =>
          act("phones", { number, behaviour: value, afterSeconds: value === "voicemail" ? VOICEMAIL_SECONDS : null })
        }
      />
      {forwarding ? (
        <>
          <Select
            label="It rings before it forwards"
            options={RINGS}
            value={String(forwarding.afterSeconds ?? 20)}
            onChange={({ target: { value } }) => forward({ afterSeconds: Number(value) })}
          />
          <Checkbox
            label="Says which line it forwards"
            detail="Some phone companies leave that out."
            checked={(forwarding.passForwardedFrom ?? "line") === "line"}
            onChange={({ target: { checked } }) => forward({ passForwardedFrom: checked ? "line" : "absent" })}
          />
        </>
      ) : null}
    </>
  );
}
