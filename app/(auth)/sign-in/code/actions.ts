"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/lib/action";
import { rememberThisDevice, setSessionCookie } from "@/lib/auth/begin-session";
import { clientNetwork } from "@/lib/auth/client-network";
import { currentSessionId } from "@/lib/auth/require-workspace";
import { safeNext } from "@/lib/auth/safe-next";
import { showCode } from "@/lib/auth/show-code";
import * as shapes from "@/lib/shapes";

const schema = z.object({
  code: shapes.text(60, "That is too long for a code.").min(1, "Enter the code of your app."),
  next: shapes.untrimmed(2000).optional(),
});

export const showCodeAction = formAction([], schema, async ({ code, next }, refuse) => {
  const sessionId = await currentSessionId();
  if (!sessionId) redirect("/sign-in");
  const shown = await showCode({ sessionId, code, network: clientNetwork(await headers()) });
  if (!shown.ok) return refuse({}, shown.words);
  await setSessionCookie(shown.userId, shown.sessionId);
  await rememberThisDevice(shown.userId);
  redirect(safeNext(next));
});
