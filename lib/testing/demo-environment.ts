import { vi } from "vitest";

/** The demo's environment: the local carrier, and mail kept for the simulator. Call it before anything reads env(). */
export function stubDemoEnvironment(): void {
  const carrier = "http://localhost:4000";
  const demo = { APP_URL: "http://localhost:3000", TWILIO_API_URL: carrier, SIMULATOR_URL: carrier, SMTP_URL: "" };
  for (const [name, value] of Object.entries(demo)) vi.stubEnv(name, value);
}
