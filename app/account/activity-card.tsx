import { Card } from "@/app/ui/card";
import { accountEventWords } from "@/lib/audit/account-event-words";
import type { ListedAccountEvent } from "@/lib/audit/list-account-events";
import { formatWaiting } from "@/lib/format/time";

/** What happened to the account last, so that its person sees what was not them. */
export function ActivityCard({ events }: { events: ListedAccountEvent[] }) {
  return (
    <Card id="activity" title="Recent activity">
      {events.length === 0 ? (
        <p className="text-ink-2">Nothing yet. Sign-ins and changes of your account will stand here.</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {events.map((event) => (
            <li key={event.id} className="flex flex-wrap justify-between gap-x-4 py-2">
              <span>{accountEventWords(event)}</span>
              <span className="break-words text-ink-3 text-sm">
                {event.network === "" ? "" : `${event.network} · `}
                {formatWaiting(event.msAgo)} ago
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
