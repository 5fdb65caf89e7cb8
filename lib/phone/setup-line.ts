import type { RingStrategy, RoutingMode } from "@/db/enums";
import { recordAudit } from "../audit/record-audit";
import { announce } from "../changes";
import { asAdmin } from "../workspaces/as-admin";
import { parsePhone } from "./e164";
import { findForwardingCarrier } from "./forwarding-codes";
import { listRingPhones } from "./ring-phones";
import { RING_SECONDS, whyNotBusinessLine } from "./setup";
import { liveNumbers, lockNumber, type NumberRow, updateNumber } from "./setup-rows";

type Which = { workspaceId: string; userId: string; numberId: string };
export type LineChange = Partial<{
  mode: RoutingMode;
  ringStrategy: RingStrategy;
  ringSeconds: number;
  screening: NumberRow["screening"];
  carrier: string;
}>;
export type LineResult = { ok: true } | { ok: false; errors: Record<string, string> };

/** Changes how the number treats calls. */
export async function changeLine({ change, ...which }: Which & { change: LineChange }): Promise<LineResult> {
  const { ringSeconds, carrier } = change;
  const { least, most } = RING_SECONDS;
  if (ringSeconds !== undefined && !(Number.isInteger(ringSeconds) && ringSeconds >= least && ringSeconds <= most)) {
    return { ok: false, errors: { ringSeconds: `Let it ring ${least} to ${most} seconds.` } };
  }
  if (carrier !== undefined && !findForwardingCarrier(carrier)) {
    return { ok: false, errors: { carrier: "Choose a phone company from the list." } };
  }
  await save(which, change);
  return { ok: true };
}

/** Says which line forwards to the number. Another line has to be proven anew. */
export async function changeBusinessLine({ phone, ...which }: Which & { phone: string }): Promise<LineResult> {
  const parsed = parsePhone(phone);
  if (!parsed.ok) return { ok: false, errors: { businessLine: parsed.why } };
  const { workspaceId, numberId } = which;
  const words = await asAdmin(which, async (tx) => {
    const ownE164s = (await liveNumbers(tx, workspaceId)).map(({ e164 }) => e164);
    const phones = (await listRingPhones(tx, workspaceId, numberId)).map(({ e164 }) => e164);
    return whyNotBusinessLine(parsed.e164, { ownE164s, phones });
  });
  if (words) return { ok: false, errors: { businessLine: words } };
  await save(which, { businessLineE164: parsed.e164 });
  return { ok: true };
}

const UNPROVEN = {
  forwarding: "not_started",
  forwardingTestUntil: null,
  forwardingCallId: null,
  forwardingProvedAt: null,
  forwardingAttestedBy: null,
  lastForwardedAt: null,
} as const;

async function save(which: Which, change: LineChange & { businessLineE164?: string }): Promise<void> {
  const { workspaceId, userId, numberId } = which;
  await asAdmin(which, async (tx) => {
    const number = await lockNumber(tx, workspaceId, numberId);
    const otherLine = change.businessLineE164 !== undefined && change.businessLineE164 !== number.businessLineE164;
    await updateNumber(tx, number, { ...change, ...(otherLine ? UNPROVEN : {}) });
    await recordAudit({
      tx,
      workspaceId,
      actorUserId: userId,
      action: "line.changed",
      subject: numberId,
      details: change,
    });
  });
  await announce(workspaceId, { kind: "number", id: numberId });
}
