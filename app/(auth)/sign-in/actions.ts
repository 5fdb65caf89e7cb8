"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/lib/action";
import { beginSession, currentDevice } from "@/lib/auth/begin-session";
import { clientNetwork } from "@/lib/auth/client-network";
import { codePage, safeNext } from "@/lib/auth/safe-next";
import { signIn } from "@/lib/auth/sign-in";
import * as shapes from "@/lib/shapes";

const schema = z.object({
  email: shapes.email,
  password: shapes.untrimmed(1000, "That is too long for a password.").min(1, "Enter your password."),
  next: shapes.untrimmed(2000).optional(),
});

export const signInAction = formAction([], schema, async ({ email, password, next }, refuse) => {
  const network = clientNetwork(await headers());
  const result = await signIn({ email, password, network, device: await currentDevice() });
  if (!result.ok) return refuse({}, result.words);
  const { owesCode } = await beginSession({ userId: result.user.id, method: "password" });
  redirect(owesCode ? codePage(next) : safeNext(next));
});
