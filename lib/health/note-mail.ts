import { env } from "@/lib/env";
import { recordHealth } from "./record-health";

/** Sends a mail and records how that went. @throws what `send` throws. */
export async function noteMail(send: () => Promise<void>): Promise<void> {
  try {
    await send();
  } catch (error) {
    const code = mailTrouble(error);
    // One address that the server does not take says nothing about the rest.
    if (code !== "recipient_refused") await recordHealth("mail", { state: "failing", code });
    throw error;
  }
  if (env().SMTP_URL) await recordHealth("mail", { state: "working" });
}

export const MAIL_TROUBLES = ["password_refused", "unreachable", "recipient_refused", "refused"] as const;
export type MailTrouble = (typeof MAIL_TROUBLES)[number];

/** What a failed mail means, by nodemailer's own codes. */
export function mailTrouble(error: unknown): MailTrouble {
  const { code = "" } = error instanceof Error ? (error as { code?: unknown }) : {};
  if (code === "EAUTH") return "password_refused";
  if (code === "EENVELOPE") return "recipient_refused";
  return ["ECONNECTION", "ESOCKET", "ETIMEDOUT", "EDNS", "ETLS"].includes(String(code)) ? "unreachable" : "refused";
}
