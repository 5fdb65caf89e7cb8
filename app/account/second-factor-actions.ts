"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/lib/action";
import { clientNetwork } from "@/lib/auth/client-network";
import { currentSessionId, requireUser } from "@/lib/auth/require-workspace";
import {
  type CodesMade,
  confirmSecondFactor,
  makeRecoveryCodes,
  removeSecondFactor,
  startSecondFactor,
  WRONG_CODE,
} from "@/lib/auth/second-factor";
import { WRONG_PASSWORD } from "@/lib/auth/sign-in";
import type { FormState, Refuse } from "@/lib/form";
import * as shapes from "@/lib/shapes";

const password = shapes.untrimmed(1000, "That is too long for a password.").min(1, "Enter your password.");
const code = shapes.text(60, "That is too long for a code.").min(1, "Enter the code of your app.");

export const startCodesAction = formAction([], z.object({ password }), async ({ password }, refuse) => {
  const started = await startSecondFactor({ ...(await person()), password });
  if (!started.ok) return refused(refuse, started.words);
  refresh();
  return { ok: true };
});

export const confirmCodesAction = formAction([], z.object({ code }), async ({ code }, refuse) =>
  shown(await confirmSecondFactor({ ...(await person()), code }), refuse),
);

const proof = z.object({ password, code });

export const newRecoveryCodesAction = formAction([], proof, async (proof, refuse) =>
  shown(await makeRecoveryCodes({ ...(await person()), ...proof }), refuse),
);

export const removeCodesAction = formAction([], proof, async (proof, refuse) => {
  const removed = await removeSecondFactor({ ...(await person()), ...proof });
  if (!removed.ok) return refused(refuse, removed.words);
  refresh();
  return { ok: true, message: "Codes at sign-in are off. Your other devices are signed out." };
});

async function person() {
  const user = await requireUser();
  const sessionId = await currentSessionId();
  if (!sessionId) redirect("/sign-in");
  return { userId: user.id, sessionId, network: clientNetwork(await headers()) };
}

/** The codes are in this one answer and nowhere else: reading the page again does not show them. */
function shown(made: CodesMade, refuse: Refuse): FormState {
  return made.ok ? { ok: true, values: { recoveryCodes: made.codes.join("\n") } } : refused(refuse, made.words);
}

function refused(refuse: Refuse, words: string): FormState {
  if (words === WRONG_PASSWORD) return refuse({ password: words });
  return words === WRONG_CODE ? refuse({ code: words }) : refuse({}, words);
}
