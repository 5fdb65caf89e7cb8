import type { Reason, RecoveryState } from "@/db/enums";
import type { TraceEntry } from "@/db/schema/calls";
import { decide } from "@/lib/recovery/decide";
import type { Facts } from "@/lib/recovery/facts";
import { factsWith } from "@/lib/recovery/testing/facts";

/** A decision as its row holds it, and how many of a hundred missed calls end so. */
export type Ending = { state: RecoveryState; reason: Reason | null; trace: TraceEntry[]; facts: Facts; share: number };

/** The commonest endings of a missed call, decided by the product's own rules. */
export function commonEndings(now: Date): Ending[] {
  const plain = plainFacts(now);
  const caller = (patch: Partial<Facts["caller"]>) => ({ ...plain, caller: { ...plain.caller, ...patch } });
  return [
    ending(plain, 64),
    ending({ ...plain, coolDown: { ...plain.coolDown, lastOpeningAt: new Date(now.getTime() - 3_600_000) } }, 20),
    ending(caller({ lineType: "landline" }), 9),
    ending({ ...plain, conversation: { ...plain.conversation, lastExchangeAt: now } }, 5),
    ending({ ...plain, refusals: { ...plain.refusals, optedOutAt: now, optedOutBy: "caller" } }, 2),
  ];
}

/** How a call ends whose caller hid their number. */
export function withheldEnding(now: Date): Ending {
  const plain = plainFacts(now);
  return ending({ ...plain, caller: { ...plain.caller, kind: "withheld", region: "not_a_phone", country: null } }, 0);
}

function ending(facts: Facts, share: number): Ending {
  const { verdict, reason, trace } = decide(facts);
  return { state: verdict === "text" ? "texted" : "skipped", reason, trace, facts, share };
}

/** A forwarded call of a self-hosted installation that is always open, from a caller who may be texted. */
function plainFacts(now: Date): Facts {
  return factsWith({
    now,
    call: { startedAt: new Date(now.getTime() - 8_000), endedAt: now, rangSeconds: null },
    line: { hasPhones: true, forwardingProvedAt: now },
    voice: null,
    plan: { plan: "self_hosted", status: "self_hosted", callersThisMonth: 12 },
    limits: { callersThisHour: 3, callersToday: 12, spentTodayCents: 10, textCents: 1 },
    hours: { schedule: Array.from({ length: 7 }, () => [{ from: "00:00", to: "24:00" }]) },
  });
}
