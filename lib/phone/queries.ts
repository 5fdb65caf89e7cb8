import { and, asc, eq, inArray } from "drizzle-orm";
import { usageCounters } from "@/db/schema/billing";
import { calls } from "@/db/schema/calls";
import { users } from "@/db/schema/people";
import { ringPhones } from "@/db/schema/phone";
import { recoverySettings } from "@/db/schema/workspaces";
import { type Tx, withWorkspace } from "@/db/tenant";
import { dayStart } from "../billing/person-texts";
import { appNow } from "../clock";
import { NotFound } from "../errors";
import { readActor } from "../rights/as-manager";
import { readLimits } from "../rights/limits";
import type { RightRefused } from "../rights/rights";
import { whyNotAttest, whyNotBuy } from "./number-rights";
import { readRegions } from "./regions";
import type { RingPhone } from "./ring-phones";
import { liveNumbers, type NumberRow } from "./setup-rows";

export type SeenCall = { callerE164: string | null; startedAt: Date };
export type PhoneLine = NumberRow & {
  phones: RingPhone[];
  /** The call that proved forwarding, or was seen while one was awaited. */
  forwardingCall: SeenCall | null;
  attestedByName: string | null;
};

/** Everything the Phone line screen shows: the live numbers with their phones and proofs, and the registration. */
export function getPhoneLines(workspaceId: string, userId: string) {
  return withWorkspace(workspaceId, async (tx) => {
    const [settings] = await tx
      .select({
        registration: recoverySettings.registration,
        attestedAt: recoverySettings.registrationAttestedAt,
        attestedByName: users.name,
        template: recoverySettings.template,
      })
      .from(recoverySettings)
      .leftJoin(users, eq(users.id, recoverySettings.registrationAttestedBy))
      .where(eq(recoverySettings.workspaceId, workspaceId));
    if (!settings) throw new NotFound("The recovery settings");
    const { template, ...registration } = settings;
    const live = await liveNumbers(tx, workspaceId);
    return {
      now: await appNow(tx),
      registration,
      template,
      rights: await rightsOf(tx, { workspaceId, userId }),
      ringing: await ringingOf(tx, workspaceId, await appNow(tx)),
      lines: await withDetails(tx, workspaceId, live),
    };
  });
}

export type PhoneRights = {
  /** Why not, in words with what would help; null for what they may. */
  buy: RightRefused | null;
  attest: RightRefused | null;
  isOperator: boolean;
};

async function rightsOf(tx: Tx, acting: { workspaceId: string; userId: string }): Promise<PhoneRights> {
  const { workspaceId } = acting;
  const actor = await readActor(tx, acting);
  return {
    buy: await whyNotBuy(tx, { workspaceId, actor }),
    attest: await whyNotAttest(tx, { workspaceId, actor }),
    isOperator: actor.isOperator,
  };
}

export type Ringing = {
  /** The countries whose phones are rung. */
  regions: string[];
  /** What the calls to phones may have cost today, and the most they may, in tenths of a cent. */
  spentMills: number;
  ceilingMills: number;
};

async function ringingOf(tx: Tx, workspaceId: string, now: Date): Promise<Ringing> {
  const [spent] = await tx
    .select({ amount: usageCounters.amount })
    .from(usageCounters)
    .where(
      and(
        eq(usageCounters.workspaceId, workspaceId),
        eq(usageCounters.counter, "ring_mills_day"),
        eq(usageCounters.windowStart, new Date(dayStart(now))),
      ),
    );
  const { ceilings } = await readLimits(tx, workspaceId);
  return {
    regions: await readRegions(tx, workspaceId),
    spentMills: spent?.amount ?? 0,
    ceilingMills: Math.min(ceilings.dailyRingCents * 10, 2_000_000_000),
  };
}

async function withDetails(tx: Tx, workspaceId: string, live: NumberRow[]): Promise<PhoneLine[]> {
  if (live.length === 0) return [];
  const phones = await tx
    .select()
    .from(ringPhones)
    .where(
      and(
        eq(ringPhones.workspaceId, workspaceId),
        inArray(
          ringPhones.numberId,
          live.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(asc(ringPhones.position), asc(ringPhones.id));
  const seen = await tx
    .select({ id: calls.id, callerE164: calls.callerE164, startedAt: calls.startedAt })
    .from(calls)
    .where(and(eq(calls.workspaceId, workspaceId), inArray(calls.id, present(live.map((n) => n.forwardingCallId)))));
  const people = await tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, present(live.map((n) => n.forwardingAttestedBy))));
  return live.map((number) => ({
    ...number,
    phones: phones.filter(({ numberId }) => numberId === number.id),
    forwardingCall: seen.find(({ id }) => id === number.forwardingCallId) ?? null,
    attestedByName: people.find(({ id }) => id === number.forwardingAttestedBy)?.name ?? null,
  }));
}

function present(ids: (string | null)[]): string[] {
  return ids.filter((id) => id !== null);
}
