import { cn } from "@/app/ui/cn";
import { nameOf } from "./customers";
import { type LogLine, logLines } from "./log-words";
import type { LedgerEntry, NetworkState } from "./wire";

const clock = new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit", second: "2-digit" });
const tones: Record<LogLine["tone"], string> = {
  quiet: "text-ink-2",
  pen: "text-pen-text",
  answer: "text-answer-text",
  stamp: "text-stamp-text",
};

/** What happened on the network, newest first. */
export function Log({ entries, state }: { entries: LedgerEntry[]; state: NetworkState }) {
  const lines = [...ringingLines(state), ...logLines(entries, (number) => nameOf(number, state.phones))];
  if (lines.length === 0) {
    return <p className="px-4 py-3 text-control text-ink-3">Nothing yet. Call the business and let it ring.</p>;
  }
  return (
    <ol className="flex flex-col gap-1 px-4 py-3 text-control">
      {lines
        .toReversed()
        .toSorted((a, b) => b.at - a.at)
        .map(({ key, at, words, tone }) => (
          <li key={key} className="flex gap-3">
            <time dateTime={new Date(at).toISOString()} className="w-[84px] shrink-0 text-ink-3">
              {clock.format(at)}
            </time>
            <span className={cn("min-w-0", tones[tone])}>{words}</span>
          </li>
        ))}
    </ol>
  );
}

/** A line that rings before it forwards is no business of the carrier's ledger. */
function ringingLines({ customer, numbers, phones }: NetworkState): LogLine[] {
  return customer.calls
    .filter((call) => call.role === "caller" && !numbers.includes(call.with))
    .map(({ id, startedAt, phone, with: to }) => ({
      key: id,
      at: startedAt,
      words: `${nameOf(phone, phones)} calls ${nameOf(to, phones)}`,
      tone: "quiet",
    }));
}
