import { desc } from "drizzle-orm";
import { mailbox } from "@/db/schema/people";
import { asSystem } from "@/db/tenant";

export const MAIL_SHOWN = 50;

/** The newest mail of an installation that has no mail server. */
export function listMail() {
  return asSystem((tx) =>
    tx.select().from(mailbox).orderBy(desc(mailbox.createdAt), desc(mailbox.id)).limit(MAIL_SHOWN),
  );
}
