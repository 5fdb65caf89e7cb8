import { and, eq, sql } from "drizzle-orm";
import type { NumberOrigin } from "@/db/enums";
import { numbers } from "@/db/schema/phone";
import type { Tx } from "@/db/tenant";
import { PLAN_DETAILS } from "../billing/plans";
import { env } from "../env";
import { Forbidden } from "../errors";
import { countNumbersOfAll, readLimits } from "../rights/limits";
import { type Actor, type Deed, type RightRefused, whyNotAllowed } from "../rights/rights";
import { planNow } from "./setup-plan";
import { liveNumbers } from "./setup-rows";

type Asking = { workspaceId: string; actor: Actor };

/** Why this person cannot get one more number for the workspace now; null when they can. */
export async function whyNotBuy(tx: Tx, asking: Asking): Promise<RightRefused | null> {
  const { workspaceId } = asking;
  const live = await liveNumbers(tx, workspaceId);
  const counts = {
    plan: PLAN_DETAILS[await planNow(tx, workspaceId, { lock: false })],
    live: live.length,
    bought: live.filter(({ origin }) => origin === "bought").length,
    boughtLately: await countBoughtLately(tx, workspaceId),
    boughtByAll: await countNumbersOfAll(tx),
  };
  return ask(tx, asking, { is: "buy_number", counts });
}

function countBoughtLately(tx: Tx, workspaceId: string): Promise<number> {
  const isLate = sql`${numbers.createdAt} > app_now() - interval '30 days'`;
  return tx.$count(numbers, and(eq(numbers.workspaceId, workspaceId), eq(numbers.origin, "bought"), isLate));
}

/** @throws Forbidden for everybody but operators. */
export async function assertMayAdopt(tx: Tx, asking: Asking): Promise<void> {
  if (await ask(tx, asking, { is: "adopt_number" })) throw new Forbidden("operator");
}

export function whyNotAttest(tx: Tx, asking: Asking): Promise<RightRefused | null> {
  return ask(tx, asking, { is: "attest_registration" });
}

export type NumberEnd = { keeps: boolean } | { words: string };

/** What giving a number up does at the carrier. An owner deletes there what owners bought, and nothing else. */
export async function endOf(
  tx: Tx,
  { origin, keepAtTwilio, ...asking }: Asking & { origin: NumberOrigin; keepAtTwilio: boolean },
): Promise<NumberEnd> {
  const refused =
    (await ask(tx, asking, { is: "release_number" })) ??
    (keepAtTwilio ? await ask(tx, asking, { is: "keep_number", origin }) : null);
  if (refused) return { words: refused.words };
  return { keeps: keepAtTwilio || (await ask(tx, asking, { is: "delete_number", origin })) !== null };
}

async function ask(tx: Tx, { workspaceId, actor }: Asking, deed: Deed): Promise<RightRefused | null> {
  return whyNotAllowed({ actor, deed, limits: await readLimits(tx, workspaceId), mode: env().SIGN_UP });
}
