import type { ReactNode } from "react";
import { Icon } from "@/app/ui/lucide-icon";
import { formatFullMoment } from "@/lib/format/time";
import { CHECK_WORDS, isCheck } from "@/lib/recovery/explain-checks";
import type { CallDetails } from "@/lib/recovery/queries-call";

type CallSupportProps = { call: CallDetails; timeZone: string };

/** What support asks for: ids, when the carrier told us what, and what each check looked at. Closed until asked for. */
export function CallSupport({ call, timeZone }: CallSupportProps) {
  const { support, trace } = call;
  return (
    <details className="group text-[0.84375rem] text-ink-3">
      <summary className="flex min-h-7 items-center gap-2 font-[550] hover:text-ink max-md:min-h-11">
        <Icon name="forward" size={14} className="transition-transform duration-120 group-open:rotate-90" />
        Details for support
        <span className="ml-auto">{decidedWords(call.decidedInMs)}</span>
      </summary>
      <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1.5">
        <Detail name="Call">{support.callId}</Detail>
        <Detail name="Provider call">{support.callSid}</Detail>
        <Detail name="Provider text">{support.messageSid ?? "None"}</Detail>
        <Detail name="Forwarded from">{support.forwardedFrom ?? "Not said"}</Detail>
        <Detail name="Caller ID check">{support.verstat}</Detail>
        {support.webhooks.map(({ kind, status, at }) => (
          <Detail key={`${kind} ${status} ${at.toISOString()}`} name={`${kind} ${status}`.trim()}>
            <time dateTime={at.toISOString()} title={formatFullMoment(at, timeZone)}>
              {at.toISOString()}
            </time>
          </Detail>
        ))}
        {trace.map(({ check, verdict }) => (
          <Detail key={check} name={`${check} (${verdict.replace("_", " ")})`}>
            {inputsOf(check, support.facts)}
          </Detail>
        ))}
      </dl>
    </details>
  );
}

function Detail({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="break-words font-[550] text-ink-2">{children}</dd>
    </>
  );
}

function inputsOf(check: string, facts: Record<string, unknown> | null): string {
  if (!isCheck(check) || !facts) return "Not stored";
  return CHECK_WORDS[check].inputs.map((group) => JSON.stringify(facts[group] ?? null)).join(" ");
}

function decidedWords(ms: number | null): string | null {
  if (ms === null) return null;
  const seconds = Math.max(0, ms) / 1000;
  return seconds < 60 ? `Decided in ${seconds.toFixed(1)} s` : "Decided later";
}
