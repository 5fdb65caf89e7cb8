import { generateSecret, generateURI, verifySync } from "otplib";

const STEP_SECONDS = 30;
const CODE = /^\d{6}$/;

/** A new secret for an authenticator app, in Base32. */
export const newTotpSecret = (): string => generateSecret();

/** What an authenticator app reads from a QR code. */
export function totpAddress(email: string, secret: string): string {
  return generateURI({ issuer: "Ringback", label: email, secret });
}

/**
 * The time step a code belongs to: now, the one before or the one after, for clocks that differ. Null for a wrong code.
 * Blanks are left out: apps show "123 456".
 */
export function totpStep(secret: string, typed: string, now: Date): number | null {
  const token = typed.replaceAll(" ", "");
  if (!CODE.test(token)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({ secret, token, epoch, period: STEP_SECONDS, epochTolerance: STEP_SECONDS });
  return result.valid ? Math.floor(epoch / STEP_SECONDS) + result.delta : null;
}
