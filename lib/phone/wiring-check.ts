import { withWorkspace } from "@/db/tenant";
import { recordAudit } from "../audit/record-audit";
import { announce } from "../changes";
import * as twilio from "../twilio/numbers";
import { numberUrls } from "../twilio/webhook-urls";
import { asAdmin } from "../workspaces/as-admin";
import { lockNumber, type NumberRow, updateNumber } from "./setup-rows";
import { setupTrouble } from "./setup-trouble";
import { wiringProblems } from "./wiring";

type Which = { workspaceId: string; numberId: string };
export type WiringResult = { ok: true; problem: string | null } | { ok: false; words: string };

const GONE = "This number is no longer in the Twilio account. Release it here and get another.";

/** Asks Twilio what is configured on the number and writes down what is wrong with it. */
export async function checkWiring({ workspaceId, numberId }: Which): Promise<WiringResult> {
  const number = await withWorkspace(workspaceId, (tx) => lockNumber(tx, workspaceId, numberId));
  if (!number.providerSid) return { ok: false, words: "We're still getting this number." };
  return writeDown(number, await twilio.readNumber(number.providerSid));
}

/** Sets the number's addresses at Twilio again. */
export async function repairWiring({ userId, ...which }: Which & { userId: string }): Promise<WiringResult> {
  const { workspaceId, numberId } = which;
  const number = await asAdmin({ workspaceId, userId }, (tx) => lockNumber(tx, workspaceId, numberId));
  if (!number.providerSid) return { ok: false, words: "We're still getting this number." };
  const result = await writeDown(number, await twilio.updateNumber(number.providerSid, numberUrls()));
  if (result.ok) {
    await withWorkspace(workspaceId, (tx) =>
      recordAudit({ tx, workspaceId, actorUserId: userId, action: "number.repaired", subject: numberId }),
    );
  }
  return result;
}

async function writeDown(
  number: NumberRow,
  found: Awaited<ReturnType<typeof twilio.readNumber>>,
): Promise<WiringResult> {
  // Twilio being out of reach says nothing about the number: what was known stays.
  if (!found.ok && found.code !== 20404) return { ok: false, words: setupTrouble(found) };
  const problem = found.ok ? wiringProblems(found.number, numberUrls()).join(" ") || null : GONE;
  if (problem !== number.wiringProblem) {
    await withWorkspace(number.workspaceId, (tx) => updateNumber(tx, number, { wiringProblem: problem }));
    await announce(number.workspaceId, { kind: "number", id: number.id });
  }
  return { ok: true, problem };
}
