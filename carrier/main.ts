import { createCarrier } from "./create-carrier";

const { env } = process;
const SID = /^AC[0-9a-fA-F]{32}$/;

async function main(): Promise<void> {
  const accountSid = env.TWILIO_ACCOUNT_SID ?? "";
  const authToken = env.TWILIO_AUTH_TOKEN ?? "";
  const port = Number(env.CARRIER_PORT ?? 4010);
  const timeScale = Number(env.CARRIER_TIME_SCALE || 1);
  if (!SID.test(accountSid)) return fail("Set TWILIO_ACCOUNT_SID to AC and 32 hexadecimal digits.");
  if (authToken === "") return fail("Set TWILIO_AUTH_TOKEN to any secret the app knows as well.");
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return fail("Set CARRIER_PORT to a port, such as 4010.");
  if (!(timeScale > 0)) return fail("Set CARRIER_TIME_SCALE to a number above 0, such as 1 or 0.05.");

  try {
    const carrier = await createCarrier({
      accountSid,
      authToken,
      port,
      timeScale,
      host: env.CARRIER_HOST || undefined,
      publicUrl: env.CARRIER_PUBLIC_URL || undefined,
      stateFile: env.CARRIER_STATE_FILE || undefined,
      log: (sentence) => console.error(sentence),
    });
    const stop = () => {
      const atTheLatest = setTimeout(() => process.exit(0), 900);
      void carrier.close().finally(() => {
        clearTimeout(atTheLatest);
        process.exit(0);
      });
    };
    process.once("SIGTERM", stop);
    process.once("SIGINT", stop);
    console.log(`carrier ready on http://localhost:${carrier.port}`);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE")
      return fail(`Port ${port} is in use. Stop what uses it, or set CARRIER_PORT to another.`);
    fail(`The carrier could not start: ${message}`);
  }
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

void main();
