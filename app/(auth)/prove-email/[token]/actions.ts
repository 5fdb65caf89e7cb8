"use server";

import { headers } from "next/headers";
import { z } from "zod";
import { formAction } from "@/lib/action";
import { clientNetwork } from "@/lib/auth/client-network";
import { openProofLink } from "@/lib/auth/mail-link";
import { untrimmed } from "@/lib/shapes";

export const proveAddressAction = formAction([untrimmed(100)], z.object({}), async (token, _, refuse) => {
  const userId = await openProofLink(token, clientNetwork(await headers()));
  if (!userId) return refuse({}, "This link is over. Ask for a new one under Your account.");
  return { ok: true, message: "Your address is proved. You can close this page." };
});
