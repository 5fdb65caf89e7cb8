"use client";

import { useEffect, useRef, useState } from "react";
import { Bubble } from "@/app/ui/bubble";
import { Button } from "@/app/ui/button";
import { controlClass } from "@/app/ui/field";
import { type Customer, nameOf } from "./customers";
import type { Act } from "./use-network";
import type { NetworkState } from "./wire";

const clock = new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit", second: "2-digit" });

/** The texts on the customer's phone, with somewhere to answer. */
export function CustomerThread({ customer, state, act }: { customer: Customer; state: NetworkState; act: Act }) {
  const [typed, setTyped] = useState("");
  const list = useRef<HTMLDivElement>(null);
  const { texts } = state.customer;
  const to = texts.findLast((text) => state.numbers.includes(text.with))?.with ?? state.numbers[0];
  const count = texts.length;
  useEffect(() => {
    if (count > 0) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [count]);
  if (!to) return null;
  const send = async (body: string) => {
    if (body.trim() === "") return;
    setTyped("");
    await act("texts", { from: customer.number, to, body: body.trim() });
  };
  return (
    <section aria-label="Texts" className="flex min-h-0 grow flex-col border-line border-t">
      <div
        ref={list}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard cannot scroll the texts
        tabIndex={0}
        aria-live="polite"
        className="flex min-h-24 grow flex-col gap-3 overflow-y-auto px-4 py-3"
      >
        {count === 0 ? <p className="m-auto text-control text-ink-3">No texts yet.</p> : null}
        {texts.map((text) => (
          <Bubble
            key={`${text.at} ${text.direction} ${text.body}`}
            kind={text.direction === "out" ? "member" : "caller"}
            author={
              text.direction === "in" && !state.numbers.includes(text.with)
                ? nameOf(text.with, state.phones)
                : undefined
            }
            meta={clock.format(text.at)}
            arriving
          >
            {text.body}
          </Bubble>
        ))}
      </div>
      <form
        className="flex flex-col gap-2 border-line border-t p-3"
        onSubmit={(event) => {
          event.preventDefault();
          void send(typed);
        }}
      >
        <div className="flex gap-2">
          <input
            aria-label="Text to the business"
            placeholder="Text the business"
            value={typed}
            maxLength={1000}
            onChange={(event) => setTyped(event.target.value)}
            className={`${controlClass} h-9 min-w-0 grow max-md:h-11`}
          />
          <Button type="submit" variant="primary" icon="send" aria-label="Send the text" />
        </div>
        <div className="flex gap-2">
          {["STOP", "START"].map((word) => (
            <Button key={word} size="compact" onClick={() => send(word)}>
              {word}
            </Button>
          ))}
        </div>
      </form>
    </section>
  );
}
