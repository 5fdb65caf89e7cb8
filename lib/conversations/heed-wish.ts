import { and, eq, sql } from "drizzle-orm";
import { leads } from "@/db/schema/leads";
import { workspaces } from "@/db/schema/workspaces";
import type { Tx } from "@/db/tenant";
import { passGate } from "@/lib/recovery/gate";
import { gatherGateFacts } from "./gate-facts";
import { classifyOptOut, type OptOutReading } from "./opt-out";
import { isOptedOut, recordOptIn, recordOptOut } from "./opt-out-caller";
import { queueMessage } from "./queue-message";

/** What a text asks about our texts, and how sure we are. */
export type Wish = OptOutReading;

type Written = {
  tx: Tx;
  workspaceId: string;
  callerE164: string;
  body: string;
  optOutType: "stop" | "start" | "help" | null;
};

/** The carrier's own reading outranks ours: where it has acted on a keyword, so must we. */
export async function readWish({ tx, workspaceId, callerE164, body, optOutType }: Written): Promise<Wish> {
  if (optOutType === "stop") return { verdict: "opt_out", carrierHandled: true };
  if (optOutType === "start") return { verdict: "opt_in", carrierHandled: true };
  if (optOutType === "help") return { verdict: "help", carrierHandled: true };
  return classifyOptOut(body, { optedOut: await isOptedOut(tx, workspaceId, callerE164) });
}

export type Heeding = {
  tx: Tx;
  workspaceId: string;
  callerE164: string;
  wish: Wish;
  /** Null in the unmatched tray. */
  leadId: string | null;
  numberId: string;
  /** The number they wrote to, which answers if an answer is due. */
  from: string;
  words: string;
  /** When they wrote. */
  at: Date;
  now: Date;
};

/** Does what the caller asks about our texts, at once. Says whether a confirmation was queued. */
export async function heedWish(heeding: Heeding): Promise<boolean> {
  const { tx, workspaceId, callerE164, wish, leadId, words, at: askedAt, now } = heeding;
  switch (wish.verdict) {
    case "opt_out": {
      const source = wish.carrierHandled ? "keyword" : "wording";
      const isNew = await recordOptOut({ tx, workspaceId, callerE164, leadId, source, words, now, askedAt });
      return isNew && !wish.carrierHandled && confirm(heeding);
    }
    case "opt_in":
      await recordOptIn({ tx, workspaceId, callerE164, leadId, now, askedAt });
      return false;
    case "doubtful":
      if (leadId) await askAPerson(tx, workspaceId, leadId);
      return false;
    case "help":
    case "none":
      return false;
  }
}

async function askAPerson(tx: Tx, workspaceId: string, leadId: string): Promise<void> {
  await tx
    .update(leads)
    .set({
      needsAttention: "Might be asking us to stop texting.",
      ai: sql`case when ${leads.ai} = 'on' then 'paused' else ${leads.ai} end`,
    })
    .where(and(eq(leads.workspaceId, workspaceId), eq(leads.id, leadId)));
}

const MINUTES_TO_CONFIRM = 5;
/** The one text that may go to somebody who opted out; the carrier sends it for the words it knows itself. */
async function confirm({ tx, workspaceId, callerE164, leadId, numberId, from, now }: Heeding): Promise<boolean> {
  if (!leadId) return false;
  const { facts } = await gatherGateFacts({
    tx,
    ...{ workspaceId, callerE164, now, purpose: "opt_out_confirmation", userId: null },
    numberState: null,
    segments: 1,
  });
  if (passGate(facts)) return false;
  const [workspace] = await tx.select({ name: workspaces.name }).from(workspaces).where(eq(workspaces.id, workspaceId));
  if (!workspace) throw new Error("A workspace vanished while a text to it was stored");
  await queueMessage({
    tx,
    workspaceId,
    leadId,
    numberId,
    purpose: "opt_out_confirmation",
    author: "automatic",
    from,
    to: callerE164,
    body: `You are unsubscribed from ${workspace.name} and will get no more texts. Reply START to resume.`,
    expiresAt: new Date(now.getTime() + MINUTES_TO_CONFIRM * 60_000),
    // Behind the text it answers and the opt-out it confirms.
    now: new Date(now.getTime() + 2),
  });
  return true;
}
