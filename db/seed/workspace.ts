import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { subscriptions } from "@/db/schema/billing";
import { installation } from "@/db/schema/installation";
import { users } from "@/db/schema/people";
import { numbers, ringPhones } from "@/db/schema/phone";
import { memberships, recoverySettings, workspaces } from "@/db/schema/workspaces";
import { withWorkspace } from "@/db/tenant";
import { hashPassword } from "@/lib/auth/password-hash";
import { adoptNumber, connectNumber } from "@/lib/phone/connect-number";
import { attestRegistration } from "@/lib/phone/setup-registration";
import { listNumbers } from "@/lib/twilio/numbers";
import { makeAccount } from "@/lib/workspaces/make-account";
import { EIGHT_TO_SIX, weekdays } from "@/lib/workspaces/opening-hours";
import type { Setting } from "./book";
import type { Moments } from "./moments";
import { BUSINESS, BUSINESS_LINE, NUMBER, PASSWORD, RUNG, TEAM, type Who, ZONE } from "./people";

type Place = { workspaceId: string; users: Record<Who, string> };

/** The business and its three people: its owner runs this installation too, the others are as if they had been invited. */
export async function makeWorkspace(): Promise<Place> {
  const workspaceId = randomUUID();
  const passwordHash = await hashPassword(PASSWORD);
  const people = await withWorkspace(workspaceId, async (tx) => {
    const account = { ...pick("dana"), passwordHash, businessName: BUSINESS.name, timeZone: ZONE };
    const owner = await makeAccount(tx, workspaceId, { ...account, emailProved: true, operator: true, network: "" });
    const team = await tx
      .insert(users)
      .values(
        (["luis", "priya"] as const).map((who) => ({ ...pick(who), passwordHash, emailProvedAt: sql`app_now()` })),
      )
      .returning({ id: users.id });
    const [luis, priya] = team.map(({ id }) => id);
    if (!owner || !luis || !priya) throw new Error("The team could not be made");
    await tx.insert(memberships).values([
      { workspaceId, userId: luis, role: TEAM.luis.role, phoneE164: TEAM.luis.phone },
      { workspaceId, userId: priya, role: TEAM.priya.role, phoneE164: TEAM.priya.phone },
    ]);
    await tx
      .update(memberships)
      .set({ phoneE164: TEAM.dana.phone })
      .where(and(eq(memberships.workspaceId, workspaceId), eq(memberships.userId, owner.userId)));
    // Newcomers of the demo do by themselves what it shows.
    await tx.update(installation).set({ ownersMayAttest: true, numbersForAll: 100 });
    return { dana: owner.userId, luis, priya };
  });
  return { workspaceId, users: people };
}

const pick = (who: Who) => ({ email: TEAM[who].email, name: TEAM[who].name });

/**
 * The workspace's number: bought and wired at the carrier when there is one, or taken over from an earlier demo of which
 * only the carrier's memory is left.
 */
export async function makeNumber({ workspaceId, users: { dana: userId } }: Place, carrier: boolean): Promise<string> {
  if (!carrier) {
    const made = await withWorkspace(workspaceId, (tx) =>
      tx.insert(numbers).values({ workspaceId, e164: NUMBER, state: "active" }).returning({ id: numbers.id }),
    );
    if (!made[0]) throw new Error("The number could not be made");
    return made[0].id;
  }
  const owned = await listNumbers();
  const known = owned.ok ? owned.numbers.find(({ e164 }) => e164 === NUMBER) : undefined;
  const connected = known
    ? await adoptNumber({ workspaceId, userId, providerSid: known.sid })
    : await connectNumber({ workspaceId, userId, e164: NUMBER });
  if (!connected.ok) throw new Error(`The demo's number could not be connected. ${connected.words}`);
  return connected.numberId;
}

/** Everything as it stands after a fortnight of use, and read back as the decisions will find it. */
export async function settleIn(
  { workspaceId, users: people }: Place,
  numberId: string,
  { day, ago }: Moments,
): Promise<Setting> {
  const attested = await attestRegistration({ workspaceId, userId: people.dana });
  if (!attested.ok) throw new Error(`The demo's number could not be registered. ${attested.words}`);
  return withWorkspace(workspaceId, async (tx) => {
    const start = day(14, "9:00");
    await tx
      .update(workspaces)
      .set({ detail: BUSINESS.detail, trade: "plumbing", openingHours: weekdays(EIGHT_TO_SIX), createdAt: start })
      .where(eq(workspaces.id, workspaceId));
    await tx
      .update(recoverySettings)
      .set({ registrationAttestedAt: day(13, "9:50") })
      .where(eq(recoverySettings.workspaceId, workspaceId));
    await tx
      .update(subscriptions)
      .set({ plan: "solo", status: "active", anchorAt: start, createdAt: start })
      .where(eq(subscriptions.workspaceId, workspaceId));
    await tx
      .update(numbers)
      .set({
        createdAt: start,
        businessLineE164: BUSINESS_LINE,
        carrier: "verizon",
        forwarding: "verified",
        forwardingProvedAt: day(5, "8:30"),
        lastForwardedAt: ago(26),
      })
      .where(and(eq(numbers.workspaceId, workspaceId), eq(numbers.id, numberId)));
    const rung = await tx
      .insert(ringPhones)
      .values(
        RUNG.map((who, position) => {
          const { phone: e164, name: label } = TEAM[who];
          return { workspaceId, numberId, e164, label, position };
        }),
      )
      .returning({ id: ringPhones.id, e164: ringPhones.e164 });
    const [settings] = await tx.select().from(recoverySettings).where(eq(recoverySettings.workspaceId, workspaceId));
    const [number] = await tx
      .select()
      .from(numbers)
      .where(and(eq(numbers.workspaceId, workspaceId), eq(numbers.id, numberId)));
    const [subscription] = await tx.select().from(subscriptions).where(eq(subscriptions.workspaceId, workspaceId));
    if (!settings || !number || !subscription) throw new Error("The workspace is not complete");
    const phones = Object.fromEntries(RUNG.map((who) => [who, rung.find(({ e164 }) => e164 === TEAM[who].phone)?.id]));
    return { workspaceId, numberId, users: people, phones, settings, number, subscription };
  });
}
