import { subscriptions, usageCallers, usageCounters } from "@/db/schema/billing";
import { installation, workspaceLimits } from "@/db/schema/installation";
import { numbers, ringPhones } from "@/db/schema/phone";
import { auditLog, invitations, memberships, recoverySettings, workspaces } from "@/db/schema/workspaces";
import type { Database } from "./database";
import type { Seed } from "./world";

const DAY = 86_400_000;

/** The workspace itself, its people, its settings and its plan. */
export async function plantWorkspace(database: Database, seed: Seed): Promise<void> {
  const { token, workspaceId, slug, people, newId, newPhone } = seed;
  const now = new Date();
  await database.insert(workspaces).values({
    id: workspaceId,
    slug,
    name: `${token} business`,
    detail: `${token} detail`,
    optOutKey: `${token} secret key`,
  });
  for (const [role, { userId }] of Object.entries(people)) {
    const joined = new Date(now.getTime() - DAY);
    await database
      .insert(memberships)
      .values({ workspaceId, userId, role: role as keyof typeof people, phoneE164: newPhone(), createdAt: joined });
  }
  await database.insert(recoverySettings).values({
    workspaceId,
    template: `${token} template: sorry we missed you. Reply STOP to opt out.`,
    notice: `${token} notice. We're texting you now. Press 9 for no text.`,
    textingHours: Array.from({ length: 7 }, () => [{ from: "00:00", to: "24:00" }]),
    registration: "approved",
    registrationAttestedBy: people.owner.userId,
    registrationAttestedAt: now,
    lookUpLineType: false,
  });
  await database
    .insert(subscriptions)
    .values({ workspaceId, plan: "self_hosted", status: "self_hosted", anchorAt: now });
  await database.insert(workspaceLimits).values({ workspaceId, numbers: 1000, mayAttest: true });
  await database.update(installation).set({ numbersForAll: 10_000 });
  await database.insert(invitations).values({
    workspaceId,
    id: newId(),
    email: `${token}-invited@people.example`,
    role: "member",
    tokenHash: `${token} hash`,
    invitedBy: people.owner.userId,
    expiresAt: new Date(now.getTime() + DAY),
  });
  await database.insert(auditLog).values({
    workspaceId,
    id: newId(),
    actorUserId: people.owner.userId,
    action: "recovery.changed",
    subject: `${token} subject`,
    details: { words: `${token} audit` },
  });
  await database.insert(usageCallers).values({ workspaceId, monthStart: now, callerE164: newPhone() });
  await database.insert(usageCounters).values({ workspaceId, counter: "callers_month", windowStart: now, amount: 3 });
}

type Phone = { id: string; e164: string };

/** A number that works, with phones to ring; and what the carrier knows it by. */
export async function plantNumber(database: Database, seed: Seed) {
  const { token, workspaceId, bought, people, newId, newPhone } = seed;
  const number = newId();
  const phones: Phone[] = [];
  const now = new Date();
  await database.insert(numbers).values({
    workspaceId,
    id: number,
    e164: bought.e164,
    providerSid: bought.sid,
    state: "active",
    wiringProblem: `${token} wiring`,
    businessLineE164: newPhone(),
    carrier: "verizon",
    forwarding: "verified",
    forwardingProvedAt: now,
    forwardingAttestedBy: people.owner.userId,
    lastForwardedAt: now,
  });
  for (const position of [0, 1, 2]) phones.push(await plantPhone(database, seed, number, position));
  const [first] = phones;
  if (!first) throw new Error("No phone was planted");
  return { number, phone: first.id, newPhone: first.e164 };
}

/** A number that the carrier has sold, of which nobody here saw it: the row does not know the carrier's name for it. */
export async function plantUnfinishedNumber(database: Database, seed: Seed): Promise<void> {
  const { workspaceId, unfinished, newId } = seed;
  await database.insert(numbers).values({ workspaceId, id: newId(), e164: unfinished.e164, state: "provisioning" });
}

/** A second number, to be given up; it is not the carrier's. */
export async function plantSpareNumber(database: Database, seed: Seed, state: "active" | "released"): Promise<string> {
  const id = seed.newId();
  await database.insert(numbers).values({
    workspaceId: seed.workspaceId,
    id,
    e164: seed.newPhone(),
    state,
    ...(state === "released" ? { releasedAt: new Date() } : {}),
    createdAt: new Date(Date.now() + DAY),
  });
  return id;
}

export async function plantPhone(database: Database, seed: Seed, numberId: string, position = 3): Promise<Phone> {
  const { token, workspaceId, newId, newPhone } = seed;
  const [id, e164] = [newId(), newPhone()];
  await database
    .insert(ringPhones)
    .values({ workspaceId, id, numberId, e164, label: `${token} phone ${position}`, position });
  return { id, e164 };
}
