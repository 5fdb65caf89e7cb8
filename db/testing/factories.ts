import { randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { subscriptions } from "../schema/billing";
import { installation } from "../schema/installation";
import { users } from "../schema/people";
import { numbers } from "../schema/phone";
import { memberships, recoverySettings, workspaces } from "../schema/workspaces";
import { asSystem, withWorkspace } from "../tenant";

export type MadeWorkspace = {
  workspaceId: string;
  slug: string;
  name: string;
  ownerId: string;
  ownerEmail: string;
  numberId: string;
  /** The workspace's own number. */
  e164: string;
};

let phones = 0;

/** A phone number nobody has had in this test file. */
export function nextPhone(): string {
  phones += 1;
  return `+1503555${String(phones).padStart(4, "0")}`;
}

/** An identifier as Twilio spells them: `SM`, `CA` or `PN` and 32 hex digits. */
export function newSid(prefix: string): string {
  return prefix + randomBytes(16).toString("hex");
}

/** A person who can own a workspace. Their password is not one: nobody can sign in with it. */
export async function makeUser(name = "Dana Whitfield"): Promise<{ userId: string; email: string }> {
  const email = `${randomBytes(6).toString("hex")}@ringback.test`;
  const [user] = await asSystem((tx) =>
    tx.insert(users).values({ email, name, passwordHash: "none" }).returning({ id: users.id }),
  );
  if (!user) throw new Error("The user was not made");
  return { userId: user.id, email };
}

type WorkspaceWishes = {
  name?: string;
  number?: Partial<typeof numbers.$inferInsert>;
  settings?: Partial<typeof recoverySettings.$inferInsert>;
  subscription?: Partial<typeof subscriptions.$inferInsert>;
};

/** A workspace that is set up and may text: one owner, one live number with proven forwarding. */
export async function makeWorkspace(wishes: WorkspaceWishes = {}): Promise<MadeWorkspace> {
  const { name = "Alder & Sons" } = wishes;
  const workspaceId = randomUUID();
  const numberId = randomUUID();
  const slug = `w-${workspaceId.slice(0, 8)}`;
  const e164 = wishes.number?.e164 ?? nextPhone();
  const { userId: ownerId, email: ownerEmail } = await makeUser();
  const now = new Date();
  await withWorkspace(workspaceId, async (tx) => {
    await tx.insert(workspaces).values({ id: workspaceId, slug, name });
    await tx.insert(memberships).values({ workspaceId, userId: ownerId, role: "owner" });
    await tx.insert(recoverySettings).values({
      workspaceId,
      template: "{business}: sorry we missed your call. What can we help with? Reply STOP to opt out, HELP for help.",
      notice: "Sorry we missed you, this is {business}. We're texting you now. Press 9 for no text.",
      textingHours: Array.from({ length: 7 }, () => [{ from: "00:00", to: "24:00" }]),
      registration: "approved",
      lookUpLineType: false,
      ...wishes.settings,
    });
    await tx
      .insert(subscriptions)
      .values({ workspaceId, plan: "self_hosted", status: "self_hosted", anchorAt: now, ...wishes.subscription });
    await tx.insert(numbers).values({
      workspaceId,
      id: numberId,
      providerSid: newSid("PN"),
      state: "active",
      forwarding: "verified",
      forwardingProvedAt: now,
      lastForwardedAt: now,
      businessLineE164: nextPhone(),
      ...wishes.number,
      e164,
    });
  });
  return { workspaceId, slug, name, ownerId, ownerEmail, numberId, e164 };
}

/** Another person of the workspace. */
export async function addMember(workspaceId: string, role: "owner" | "admin" | "member" = "member"): Promise<string> {
  const { userId } = await makeUser("Luis Ortega");
  await withWorkspace(workspaceId, (tx) => tx.insert(memberships).values({ workspaceId, userId, role }));
  return userId;
}

/** Lets a person run the installation. */
export async function makeOperator(userId: string): Promise<void> {
  await asSystem((tx) => tx.update(users).set({ operatorAt: new Date() }).where(eq(users.id, userId)));
}

/** Sets what the operator allows everybody. */
export async function allowOwners(limits: Partial<typeof installation.$inferInsert>): Promise<void> {
  await asSystem((tx) => tx.update(installation).set(limits));
}

const ENDLESS = 100_000_000;

/** As if no operator had set a limit: for what is about the workspaces' own. */
export function liftCeilings(): Promise<void> {
  return allowOwners({
    regionsCeiling: ["US", "CA", "PR", "MX", "GB", "IE", "AU", "NZ"],
    hourlyCallerCeiling: ENDLESS,
    dailyCallerCeiling: ENDLESS,
    dailySpendCeilingCents: ENDLESS,
    dailyTextCeiling: ENDLESS,
    dailyRingCeilingCents: ENDLESS,
  });
}
