"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/lib/action";
import { beginSession } from "@/lib/auth/begin-session";
import { openSignInLink } from "@/lib/auth/mail-link";
import { codePage } from "@/lib/auth/safe-next";
import { untrimmed } from "@/lib/shapes";

const LINK_OVER = "This link is over. Ask for a new one on the sign-in page.";

export const openSignInLinkAction = formAction([untrimmed(100)], z.object({}), async (token, _, refuse) => {
  const userId = await openSignInLink(token);
  if (!userId) return refuse({}, LINK_OVER);
  const { owesCode } = await beginSession({ userId, method: "email_link" });
  redirect(owesCode ? codePage() : "/w");
});
