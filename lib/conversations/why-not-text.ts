import { withWorkspace } from "@/db/tenant";
import { appNow } from "@/lib/clock";
import { NotFound } from "@/lib/errors";
import { findCaller } from "@/lib/leads/find-caller";
import { type GateRefusal, passGate } from "@/lib/recovery/gate";
import { gatherGateFacts } from "./gate-facts";
import { numberFor } from "./reply-to-lead";

/**
 * What stands between a member and a text to this lead, told before they write it; asked again when they send.
 * @throws NotFound for a lead that is not of this workspace.
 */
export function whyNotText(asked: {
  workspaceId: string;
  userId: string;
  leadId: string;
}): Promise<{ refusal: GateRefusal | null; needsConsent: boolean }> {
  const { workspaceId, userId, leadId } = asked;
  return withWorkspace(workspaceId, async (tx) => {
    const callerE164 = await findCaller(tx, workspaceId, leadId);
    if (!callerE164) throw new NotFound("The lead");
    const from = await numberFor(tx, workspaceId, leadId);
    const { facts, needsConsent } = await gatherGateFacts({
      tx,
      ...{ workspaceId, userId, callerE164, purpose: "reply", now: await appNow(tx) },
      numberState: from ? "active" : null,
      segments: 1,
    });
    return { refusal: passGate(facts), needsConsent };
  });
}
