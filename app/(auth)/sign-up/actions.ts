"use server";

import { headers } from "next/headers";
import { z } from "zod";
import { formAction } from "@/lib/action";
import { clientNetwork } from "@/lib/auth/client-network";
import { takeAttempt } from "@/lib/auth/rate-limit";
import { email } from "@/lib/shapes";
import { requestSignUp } from "@/lib/workspaces/sign-up";
import { SIGN_UP_TROUBLE } from "./[token]/trouble";

const schema = z.object({ email });

/** Mails a link and makes nothing: the same answer for an address that has an account and for one that has none. */
export const requestSignUpAction = formAction([], schema, async ({ email }, refuse) => {
  const taken = await takeAttempt(
    { limit: "sign_up_network", by: clientNetwork(await headers()) },
    { limit: "sign_up_address", by: email },
  );
  if (!taken.ok) return refuse({}, taken.words);
  const requested = await requestSignUp(email);
  if (!requested.ok) return refuse({}, SIGN_UP_TROUBLE[requested.trouble].words);
  return { ok: true, values: { email } };
});
