import { and, asc, eq } from "drizzle-orm";
import { ringPhones } from "@/db/schema/phone";
import type { Tx } from "@/db/tenant";
import { recordAudit } from "../audit/record-audit";
import { announce } from "../changes";
import { NotFound } from "../errors";
import { asAdmin } from "../workspaces/as-admin";
import { parsePhone } from "./e164";
import { readRegions } from "./regions";
import { whyNotRing } from "./setup";
import { liveNumbers, lockNumber } from "./setup-rows";

type Which = { workspaceId: string; userId: string; numberId: string };
export type RingPhone = typeof ringPhones.$inferSelect;

/** Puts a phone at the end of the list. What was typed may be in any usual shape. */
export async function addRingPhone(
  wish: Which & { phone: string; label: string },
): Promise<{ ok: true; phoneId: string } | { ok: false; words: string }> {
  const { workspaceId, numberId } = wish;
  const parsed = parsePhone(wish.phone);
  if (!parsed.ok) return { ok: false, words: parsed.why };
  const added = await change(wish, async (tx, phones) => {
    const number = await lockNumber(tx, workspaceId, numberId);
    const ownE164s = (await liveNumbers(tx, workspaceId)).map(({ e164 }) => e164);
    const regions = await readRegions(tx, workspaceId);
    const words = whyNotRing(parsed.e164, { number, ownE164s, phones: phones.map(({ e164 }) => e164), regions });
    if (words) return { ok: false as const, words };
    const [row] = await tx
      .insert(ringPhones)
      .values({ workspaceId, numberId, e164: parsed.e164, label: wish.label, position: phones.length })
      .returning({ id: ringPhones.id });
    if (!row) throw new Error("The phone was not added");
    return { ok: true as const, phoneId: row.id };
  });
  return added;
}

export async function removeRingPhone(which: Which & { phoneId: string }): Promise<void> {
  await change(which, async (tx, phones) => {
    requirePhone(phones, which.phoneId);
    await tx
      .delete(ringPhones)
      .where(and(eq(ringPhones.workspaceId, which.workspaceId), eq(ringPhones.id, which.phoneId)));
    await writeOrder(
      tx,
      phones.filter(({ id }) => id !== which.phoneId),
    );
  });
}

/** Moves a phone one place; at the end of the list it stays where it is. */
export async function moveRingPhone(which: Which & { phoneId: string; direction: "up" | "down" }): Promise<void> {
  await change(which, async (tx, phones) => {
    const from = phones.indexOf(requirePhone(phones, which.phoneId));
    const to = Math.min(Math.max(from + (which.direction === "up" ? -1 : 1), 0), phones.length - 1);
    const moved = phones.toSpliced(from, 1);
    await writeOrder(tx, moved.toSpliced(to, 0, requirePhone(phones, which.phoneId)));
  });
}

function requirePhone(phones: RingPhone[], phoneId: string): RingPhone {
  const phone = phones.find(({ id }) => id === phoneId);
  if (!phone) throw new NotFound("The phone");
  return phone;
}

/** The number's row is locked first, so that two changes of one list take turns. */
async function change<T>(which: Which, work: (tx: Tx, phones: RingPhone[]) => Promise<T>): Promise<T> {
  const { workspaceId, userId, numberId } = which;
  const result = await asAdmin({ workspaceId, userId }, async (tx) => {
    await lockNumber(tx, workspaceId, numberId);
    const done = await work(tx, await listRingPhones(tx, workspaceId, numberId));
    const after = await listRingPhones(tx, workspaceId, numberId);
    const details = { phones: after.map(({ e164 }) => e164) };
    await recordAudit({ tx, workspaceId, actorUserId: userId, action: "phones.changed", subject: numberId, details });
    return done;
  });
  await announce(workspaceId, { kind: "number", id: numberId });
  return result;
}

/** The phones a number rings, in order. */
export function listRingPhones(tx: Tx, workspaceId: string, numberId: string): Promise<RingPhone[]> {
  return tx
    .select()
    .from(ringPhones)
    .where(and(eq(ringPhones.workspaceId, workspaceId), eq(ringPhones.numberId, numberId)))
    .orderBy(asc(ringPhones.position), asc(ringPhones.id));
}

async function writeOrder(tx: Tx, phones: RingPhone[]): Promise<void> {
  for (const [position, phone] of phones.entries()) {
    await tx
      .update(ringPhones)
      .set({ position })
      .where(and(eq(ringPhones.workspaceId, phone.workspaceId), eq(ringPhones.id, phone.id)));
  }
}
