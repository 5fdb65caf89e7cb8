import { cn } from "@/app/ui/cn";
import { requireWorkspace } from "@/lib/auth/require-workspace";
import { monthFromKey, recentMonths } from "@/lib/insights/month";
import { countCalls, listCalls } from "@/lib/recovery/queries";
import { findCall } from "@/lib/recovery/queries-call";
import { getPulse } from "../pulse";
import { type CallAddress, callsHref } from "./call-address";
import { CallPanel } from "./call-panel";
import { CallsTable } from "./calls-table";
import { CallsToolbar } from "./calls-toolbar";
import { NoCalls } from "./no-calls";

type CallsScreenProps = { slug: string; address: CallAddress; whenMissing?: () => never };

/** The list, and beside it (or on a phone in its place) the call that the address names, if there is such a call. */
export async function CallsScreen({ slug, address: asked, whenMissing }: CallsScreenProps) {
  const { workspace } = await requireWorkspace(slug);
  const { id: workspaceId, timeZone } = workspace;
  const { line, now } = await getPulse(workspaceId);
  const month = monthFromKey(asked.month ?? undefined, now, timeZone);
  const { view, search, reason, before } = asked;
  const filter = { view, search, month, ...(reason ? { reason } : {}) };
  const [page, counts, call] = await Promise.all([
    listCalls({ workspaceId, timeZone, filter, ...(before ? { cursor: before } : {}) }),
    countCalls(workspaceId, month),
    asked.call ? findCall({ workspaceId, callId: asked.call, timeZone }) : null,
  ]);
  if (asked.call && !call) whenMissing?.();
  const address = call ? asked : { ...asked, call: null };
  return (
    <div className="flex grow flex-col lg:grid lg:grid-cols-[minmax(0,1fr)_452px]">
      <section aria-label="Calls" className={cn("flex min-w-0 flex-col", call && "max-lg:hidden")}>
        <CallsToolbar {...{ slug, address, counts, month }} months={recentMonths(now, timeZone)} />
        {page.rows.length > 0 ? (
          <CallsTable {...{ slug, address, page, timeZone }} />
        ) : (
          <NoCalls {...{ slug, address, month, workspaceId }} number={line.number?.e164 ?? null} />
        )}
      </section>
      <aside
        aria-label={call ? "The call" : "No call chosen"}
        className={cn(
          "lg:sticky lg:top-0 lg:h-dvh lg:overflow-y-auto lg:border-line lg:border-l lg:bg-sunken",
          call ? "max-lg:bg-surface" : "max-lg:hidden",
        )}
      >
        {call ? (
          <CallPanel
            {...{ slug, call, timeZone }}
            business={workspace.name}
            back={callsHref(slug, address, { call: null })}
          />
        ) : (
          <p className="px-[26px] py-8 text-ink-3">Choose a call to see what happened, and why.</p>
        )}
      </aside>
    </div>
  );
}
