import { seedDemo } from "@/db/seed/seed-demo";
import { closeDatabase } from "@/db/tenant";
import { env } from "@/lib/env";
import { closeQueue } from "@/lib/jobs/queue";

const { DATABASE_OWNER_URL } = process.env;
const { SIMULATOR_URL, TWILIO_ACCOUNT_SID, TWILIO_API_URL } = env();
if (!DATABASE_OWNER_URL) {
  console.error("Set DATABASE_OWNER_URL (the role that owns the tables), then run this again.");
  process.exit(1);
}
if (TWILIO_ACCOUNT_SID && !TWILIO_API_URL) {
  console.error(
    "This fills in made-up callers, whom a real Twilio account would text. Set TWILIO_API_URL to the carrier.",
  );
  process.exit(1);
}
try {
  const carrierUrl = TWILIO_API_URL && SIMULATOR_URL ? SIMULATOR_URL : null;
  const seeded = await seedDemo({ ownerUrl: DATABASE_OWNER_URL, carrierUrl });
  console.log(seeded ? "The demo is filled in." : "There are users already: nothing was changed.");
} finally {
  await closeQueue();
  await closeDatabase();
}
