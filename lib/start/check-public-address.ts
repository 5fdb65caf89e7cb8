import { env } from "@/lib/env";
import { recordHealth } from "@/lib/health/record-health";
import { log } from "@/lib/log";
import { isLoopback } from "@/lib/loopback";

/** The server listens soon after the start; nothing waits for this check. */
const AFTER_MS = 2_000;
const TIMEOUT_MS = 10_000;

const MISTAKES = ["unreachable", "certificate", "redirected", "answered_by_another"] as const;
export type Mistake = (typeof MISTAKES)[number];

const REMEDIES: Record<Mistake, string> = {
  unreachable:
    "APP_URL does not answer from this machine. Where it answers from outside, all is well; else look at its DNS entry and the proxy.",
  certificate:
    "The certificate of APP_URL is not valid for it, or not from an authority. Twilio refuses to talk to it.",
  redirected: "APP_URL leads to another address. Set APP_URL to the one where it ends: webhooks do not follow.",
  answered_by_another:
    "Something else answers at APP_URL. Point the proxy at the address Ringback listens on (HOST and PORT).",
};

/** Asks for this installation where visitors do, once, and names what is wrong with the proxy in the log and to operators. */
export function checkPublicAddressSoon(): void {
  const { APP_URL } = env();
  if (isLoopback(APP_URL)) return;
  setTimeout(() => void nameMistake(APP_URL), AFTER_MS).unref();
}

async function nameMistake(appUrl: string): Promise<void> {
  const mistake = await findMistake(appUrl);
  if (!mistake) return;
  log.warn("proxy.mistake", { code: mistake, remedy: REMEDIES[mistake] });
  await recordHealth("proxy", { state: "warning", code: mistake });
}

/**
 * What keeps visitors from this installation. Where nothing does, a second request comes as a browser's form would, by which
 * the front door sees what the proxy does to Host, scheme and addresses.
 */
export async function findMistake(appUrl: string): Promise<Mistake | null> {
  const url = `${appUrl}/api/health`;
  const ask = (init: RequestInit = {}) =>
    fetch(url, { ...init, cache: "no-store", redirect: "manual", signal: AbortSignal.timeout(TIMEOUT_MS) });
  try {
    const answer = await ask();
    if (answer.status >= 300 && answer.status < 400) return "redirected";
    if (!answer.ok || !(await isOurs(answer))) return "answered_by_another";
    await ask({ method: "POST", headers: { origin: new URL(appUrl).origin } });
    return null;
  } catch (error) {
    return isOfCertificate(error) ? "certificate" : "unreachable";
  }
}

async function isOurs(answer: Response): Promise<boolean> {
  const said: unknown = await answer.json().catch(() => null);
  return typeof said === "object" && said !== null && "ok" in said;
}

function isOfCertificate(error: unknown): boolean {
  const code = error instanceof Error && error.cause instanceof Error && "code" in error.cause ? error.cause.code : "";
  return /CERT|SELF_SIGNED|UNABLE_TO_/.test(String(code));
}
