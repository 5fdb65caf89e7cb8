import { and, eq, lt, sql } from "drizzle-orm";
import type { NumberOrigin } from "@/db/enums";
import { numbers } from "@/db/schema/phone";
import type { Tx } from "@/db/tenant";
import { recordAudit } from "../audit/record-audit";
import { announce } from "../changes";
import { asManager } from "../rights/as-manager";
import { lockNumbersForAll } from "../rights/limits";
import type { Actor } from "../rights/rights";
import * as twilio from "../twilio/numbers";
import type { Answer } from "../twilio/request";
import { numberUrls } from "../twilio/webhook-urls";
import { assertMayAdopt, whyNotBuy } from "./number-rights";
import { planNow } from "./setup-plan";
import { keepRegistrationCurrent } from "./setup-registration";
import { liveNumbers } from "./setup-rows";
import { setupTrouble } from "./setup-trouble";
import { wiringProblems } from "./wiring";

type Acting = { workspaceId: string; userId: string };
export type Connected = { ok: true; numberId: string } | { ok: false; words: string };

type Claim =
  | { state: "claimed"; numberId: string; again: boolean }
  | { state: "connected"; numberId: string }
  | { state: "refused"; words: string };

/**
 * Buys a number and connects it. The row comes first, so that two people cannot buy it twice; a purchase whose end nobody
 * saw is found again by the next try, which looks among the account's numbers before it buys. A number that the account
 * had before is not for sale: connecting it is for operators, by `adoptNumber`.
 */
export async function connectNumber(wish: Acting & { e164: string }): Promise<Connected> {
  const words = await whyNotForSale(wish);
  if (words) return { ok: false, words };
  const claim = await claimNumber(wish, claimBought);
  if (claim.state === "refused") return { ok: false, words: claim.words };
  if (claim.state === "connected") return { ok: true, numberId: claim.numberId };
  const bought = await buyOrFind(wish.e164, claim.again);
  if (bought.ok) return activate(wish, claim.numberId, bought.number);
  if (bought.kind === "unknown" || (claim.again && bought.kind === "later")) {
    return {
      ok: false,
      words: "Twilio didn't say whether we got that number. Finish it below in a minute: it is bought once.",
    };
  }
  await dropClaim(wish, claim.numberId);
  return { ok: false, words: setupTrouble(bought) };
}

/**
 * Connects a number the Twilio account already has, by setting its addresses.
 * @throws Forbidden for everybody but operators.
 */
export async function adoptNumber({ providerSid, ...acting }: Acting & { providerSid: string }): Promise<Connected> {
  await asManager(acting, async (tx, actor) => assertMayAdopt(tx, { ...acting, actor }));
  const found = await twilio.readNumber(providerSid);
  if (!found.ok) return { ok: false, words: setupTrouble(found) };
  const { e164 } = found.number;
  const claim = await claimNumber({ ...acting, e164 }, claimAdopted);
  if (claim.state === "refused") return { ok: false, words: claim.words };
  if (claim.state === "connected") return { ok: true, numberId: claim.numberId };
  const wired = await twilio.updateNumber(providerSid, numberUrls());
  if (wired.ok) return activate({ ...acting, e164 }, claim.numberId, wired.number);
  await dropClaim({ ...acting, e164 }, claim.numberId);
  return { ok: false, words: setupTrouble(wired) };
}

/** The same whoever has it: nobody learns from it what else the account holds. */
const TAKEN = "That number was taken a moment ago. Choose another.";

/** A minute is longer than any purchase takes: a claim that old belongs to nobody any more. */
const CLAIM = sql`interval '1 minute'`;

type Claiming = Acting & { e164: string; tx: Tx; actor: Actor };
type NewClaim = { ok: true; origin: NumberOrigin } | { ok: false; words: string };

async function claimNumber(
  wish: Acting & { e164: string },
  allow: (claiming: Claiming) => Promise<NewClaim>,
): Promise<Claim> {
  const { workspaceId, e164 } = wish;
  return asManager(wish, async (tx, actor): Promise<Claim> => {
    // The numbers of a workspace change one at a time.
    await planNow(tx, workspaceId, { lock: true });
    const ours = (await liveNumbers(tx, workspaceId)).find((number) => number.e164 === e164);
    if (ours?.state === "active") return { state: "connected", numberId: ours.id };
    if (ours) {
      const taken = await tx
        .update(numbers)
        .set({ createdAt: sql`app_now()` })
        .where(and(sameNumber(workspaceId, ours.id), lt(numbers.createdAt, sql`app_now() - ${CLAIM}`)))
        .returning({ id: numbers.id });
      if (taken.length > 0) return { state: "claimed", numberId: ours.id, again: true };
      return { state: "refused", words: "We're getting this number already. Look again in a minute." };
    }
    const claim = await allow({ ...wish, tx, actor });
    if (!claim.ok) return { state: "refused", words: claim.words };
    const { origin } = claim;
    const [row] = await tx.insert(numbers).values({ workspaceId, e164, origin }).onConflictDoNothing().returning();
    if (!row) return { state: "refused", words: TAKEN };
    return { state: "claimed", numberId: row.id, again: false };
  });
}

async function claimBought({ tx, workspaceId, actor }: Claiming): Promise<NewClaim> {
  await lockNumbersForAll(tx);
  const refused = await whyNotBuy(tx, { workspaceId, actor });
  if (refused) return { ok: false, words: refused.words };
  return { ok: true, origin: actor.isOperator ? "bought_by_operator" : "bought" };
}

async function claimAdopted(claiming: Claiming): Promise<NewClaim> {
  await assertMayAdopt(claiming.tx, claiming);
  return { ok: true, origin: "adopted" };
}

/**
 * Asked before the row is there: whatever becomes of a purchase, a row stands for a number that was not the account's before.
 */
async function whyNotForSale(wish: Acting & { e164: string }): Promise<string | null> {
  const { workspaceId, e164 } = wish;
  const before = await asManager(wish, async (tx, actor) => {
    if ((await liveNumbers(tx, workspaceId)).some((number) => number.e164 === e164)) return "ours";
    return (await whyNotBuy(tx, { workspaceId, actor }))?.words ?? null;
  });
  if (before === "ours") return null;
  if (before) return before;
  const owned = await findOwned(e164);
  if (!owned.ok) return setupTrouble(owned);
  return owned.sid ? TAKEN : null;
}

async function buyOrFind(e164: string, lookFirst: boolean): Promise<Answer<{ number: twilio.CarrierNumber }>> {
  const urls = numberUrls();
  if (lookFirst) {
    const found = await findOwned(e164);
    if (!found.ok) return found;
    if (found.sid) return twilio.updateNumber(found.sid, urls);
  }
  const bought = await twilio.buyNumber({ e164, urls });
  if (bought.ok || bought.kind !== "unknown") return bought;
  const found = await findOwned(e164);
  return found.ok && found.sid ? twilio.readNumber(found.sid) : bought;
}

async function findOwned(e164: string): Promise<Answer<{ sid: string | null }>> {
  const owned = await twilio.listNumbers();
  if (!owned.ok) return owned;
  return { ok: true, sid: owned.numbers.find((number) => number.e164 === e164)?.sid ?? null };
}

async function activate(
  wish: Acting & { e164: string },
  numberId: string,
  bought: twilio.CarrierNumber,
): Promise<Connected> {
  const { workspaceId, userId, e164 } = wish;
  const problems = wiringProblems(bought, numberUrls());
  const active = await asManager(wish, async (tx) => {
    const rows = await tx
      .update(numbers)
      .set({ state: "active", providerSid: bought.sid, wiringProblem: problems.join(" ") || null })
      .where(and(sameNumber(workspaceId, numberId), eq(numbers.state, "provisioning")))
      .returning({ id: numbers.id });
    if (rows.length === 0) return false;
    await keepRegistrationCurrent(tx, workspaceId);
    await recordAudit({
      tx,
      workspaceId,
      actorUserId: userId,
      action: "number.connected",
      subject: numberId,
      details: { e164 },
    });
    return true;
  });
  await announce(workspaceId, { kind: "number", id: numberId });
  if (active) return { ok: true, numberId };
  return { ok: false, words: "Somebody gave this number up while we were getting it. Look at your numbers again." };
}

/** Only after Twilio certainly did nothing. */
async function dropClaim({ workspaceId, userId }: Acting & { e164: string }, numberId: string): Promise<void> {
  await asManager({ workspaceId, userId }, (tx) =>
    tx.delete(numbers).where(and(sameNumber(workspaceId, numberId), eq(numbers.state, "provisioning"))),
  );
}

function sameNumber(workspaceId: string, numberId: string) {
  return and(eq(numbers.workspaceId, workspaceId), eq(numbers.id, numberId));
}
