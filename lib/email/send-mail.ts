import { createTransport, type Transporter } from "nodemailer";
import { mailbox } from "@/db/schema/people";
import { asSystem } from "@/db/tenant";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import type { Letter } from "./letter";

const SECOND = 1_000;

let transport: Transporter | undefined;

/**
 * Sends a mail over SMTP_URL. Without one the demo keeps it in its own mailbox, which the simulator shows; anywhere else it
 * is kept nowhere, because it may hold a link that opens an account.
 * @throws when the mail server did not take it; the queue tries again.
 */
export async function sendMail({ to, id, ...letter }: Letter & { to: string; id: string }): Promise<void> {
  const { SMTP_URL, MAIL_FROM, APP_URL, SIMULATOR_URL } = env();
  if (!SMTP_URL) {
    if (!SIMULATOR_URL) return log.warn("mail.not_configured", { mail: id });
    const { subject, text } = letter;
    await asSystem((tx) => tx.insert(mailbox).values({ id, to, subject, text }).onConflictDoNothing());
    return;
  }
  transport ??= createTransport(withTimeouts(SMTP_URL));
  await transport.sendMail({
    from: MAIL_FROM,
    to,
    messageId: `<${id}@${new URL(APP_URL).hostname}>`,
    headers: { "Auto-Submitted": "auto-generated" },
    ...letter,
  });
}

/** Nodemailer would wait ten minutes for a server that says nothing. */
function withTimeouts(smtpUrl: string) {
  return { url: smtpUrl, connectionTimeout: 10 * SECOND, greetingTimeout: 10 * SECOND, socketTimeout: 30 * SECOND };
}
