/** Where people of the large mail services read their mail. */
const WEBMAIL: Record<string, string> = {
  "gmail.com": "https://mail.google.com/",
  "googlemail.com": "https://mail.google.com/",
  "outlook.com": "https://outlook.live.com/mail/",
  "hotmail.com": "https://outlook.live.com/mail/",
  "live.com": "https://outlook.live.com/mail/",
  "yahoo.com": "https://mail.yahoo.com/",
  "icloud.com": "https://www.icloud.com/mail/",
  "me.com": "https://www.icloud.com/mail/",
  "proton.me": "https://mail.proton.me/",
  "aol.com": "https://mail.aol.com/",
};

export function webmailOf(email: string): string | undefined {
  return WEBMAIL[email.slice(email.lastIndexOf("@") + 1).toLowerCase()];
}
