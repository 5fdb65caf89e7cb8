"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { LedgerEntry, NetworkState } from "./wire";

const KINDS = [
  "number_bought",
  "number_released",
  "message_request",
  "message_refused",
  "message_accepted",
  "message_status",
  "auto_reply",
  "text_in",
  "call_started",
  "call_status",
  "call_ended",
  "webhook_sent",
  "webhook_failed",
  "webhook_dropped",
  "twiml",
  "fault",
  "error",
];
const MOST_ENTRIES = 500;
const EARLIER_ENTRIES = 150;
/** What a call sounds like is written in no ledger: while there is one it is looked at this often. */
const LOOK_AGAIN_MS = 600;
const GATHER_EVENTS_MS = 120;

export type Act = (path: string, body?: unknown) => Promise<void>;

/** The network as it is now, with one customer's phone, and what has happened on it. */
export function useNetwork(customer: string) {
  const [state, setState] = useState<NetworkState | null>(null);
  const [entries, setEntries] = useState<LedgerEntry[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const newest = useRef(0);

  const load = useCallback(async () => {
    const request = ++newest.current;
    const answer = await fetch(`/simulator/api/state?customer=${encodeURIComponent(customer)}`).catch(() => null);
    if (request !== newest.current) return;
    if (!answer?.ok) return setProblem(await sentenceOf(answer));
    setProblem(null);
    setState((await answer.json()) as NetworkState);
  }, [customer]);

  useEffect(() => {
    void load();
  }, [load]);

  const busy = (state?.calls.length ?? 0) > 0;
  useEffect(() => {
    if (!busy) return;
    const timer = setInterval(load, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [busy, load]);

  const [readFrom, setReadFrom] = useState<number | null>(null);
  if (state && readFrom === null) setReadFrom(Math.max(0, state.lastLedgerId - EARLIER_ENTRIES));
  const current = useRef(load);
  current.current = load;
  useEffect(() => {
    if (readFrom === null) return;
    let gathering: ReturnType<typeof setTimeout> | undefined;
    const take = ({ data }: MessageEvent<string>) => {
      const entry = JSON.parse(data) as LedgerEntry;
      setEntries((all) =>
        all.some(({ id, at }) => id === entry.id && at === entry.at) ? all : [...all, entry].slice(-MOST_ENTRIES),
      );
      gathering ??= setTimeout(() => {
        gathering = undefined;
        void current.current();
      }, GATHER_EVENTS_MS);
    };
    const source = new EventSource(`/simulator/api/events?after=${readFrom}`);
    for (const kind of KINDS) source.addEventListener(kind, take);
    return () => {
      clearTimeout(gathering);
      source.close();
    };
  }, [readFrom]);

  const act: Act = useCallback(
    async (path, body = {}) => {
      const headers = { "content-type": "application/json" };
      const request = { method: "POST", headers, body: JSON.stringify(body) };
      const answer = await fetch(`/simulator/api/${path}`, request).catch(() => null);
      const trouble = answer?.ok ? null : await sentenceOf(answer);
      await load();
      if (trouble) setProblem(trouble);
    },
    [load],
  );

  return { state, entries, problem, act };
}

async function sentenceOf(answer: Response | null): Promise<string> {
  if (!answer) return "The app doesn't answer. It may be restarting.";
  const body: unknown = await answer.json().catch(() => null);
  const error = typeof body === "object" && body !== null && "error" in body ? body.error : null;
  return typeof error === "string" ? error : `The simulator answered ${answer.status}.`;
}
