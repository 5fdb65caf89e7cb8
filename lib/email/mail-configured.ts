import { env } from "@/lib/env";

/** Whether mail reaches people: by a mail server, or in the demo by the simulator's mailbox. */
export function mailIsConfigured(): boolean {
  const { SMTP_URL, SIMULATOR_URL } = env();
  return Boolean(SMTP_URL || SIMULATOR_URL);
}

/** Where it does not: nobody is told that a mail is on its way. */
export const NO_MAIL = "No mail leaves this Ringback.";
