import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

const DAY_MS = 24 * 60 * 60 * 1000;
/** RFC 9116 asks for less than a year. */
const GOOD_FOR_DAYS = 180;

/** Whom to tell of a weakness of this installation (RFC 9116). */
export function GET(): Response {
  const { APP_URL, MAIL_FROM, SECURITY_CONTACT } = env();
  const lines = [
    `Contact: ${SECURITY_CONTACT ?? `mailto:${addressIn(MAIL_FROM)}`}`,
    `Expires: ${new Date(Date.now() + GOOD_FOR_DAYS * DAY_MS).toISOString()}`,
    "Preferred-Languages: en",
    `Canonical: ${APP_URL}/.well-known/security.txt`,
  ];
  const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "public, max-age=3600" };
  return new Response(`${lines.join("\n")}\n`, { headers });
}

/** "Name <address>", or the address alone. */
function addressIn(from: string): string {
  const [, address] = from.split("<");
  return (address ?? from).replace(">", "").trim();
}
