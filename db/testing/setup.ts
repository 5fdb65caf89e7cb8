import { format } from "node:util";
import { afterEach } from "vitest";

Object.assign(process.env, {
  APP_URL: "https://ringback.test",
  NEXTAUTH_URL: "https://ringback.test",
  NEXTAUTH_SECRET: "a secret of the tests, known to everybody",
  TWILIO_ACCOUNT_SID: "AC00000000000000000000000000000000",
  TWILIO_AUTH_TOKEN: "12345",
});
// What the developer has set would send real texts and mail from tests.
for (const name of ["TWILIO_AUTH_TOKEN_PREVIOUS", "TWILIO_API_URL", "SMTP_URL", "SIMULATOR_URL"])
  delete process.env[name];

const noise: string[] = [];

for (const level of ["error", "warn"] as const) {
  console[level] = (...args: unknown[]) => {
    noise.push(`console.${level}: ${format(...args)}`);
  };
}

// A test that expects a complaint replaces the console's function with a spy of its own.
afterEach(() => {
  const heard = noise.splice(0);
  if (heard.length > 0) throw new Error(`Nobody expected this:\n${heard.join("\n")}`);
});
