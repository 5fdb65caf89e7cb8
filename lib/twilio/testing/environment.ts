import { vi } from "vitest";

export const ACCOUNT = `AC${"a1".repeat(16)}`;
export const TOKEN = "current-token";

/** A complete environment for code that reads it through env(), which happens at the first call and not at import. */
export function stubEnvironment(overrides: Record<string, string> = {}): void {
  const values = {
    APP_URL: "https://ringback.test",
    DATABASE_URL: "postgres://nobody@localhost/none",
    NEXTAUTH_SECRET: "a secret of some length, long enough",
    TWILIO_ACCOUNT_SID: ACCOUNT,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_AUTH_TOKEN_PREVIOUS: "",
    TWILIO_API_URL: "",
    ...overrides,
  };
  for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value);
}
