import { seedDemo } from "@/db/seed/seed-demo";
import { closeDatabase } from "@/db/tenant";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/errors";
import { closeQueue } from "@/lib/jobs/queue";

const { DATABASE_OWNER_URL } = process.env;
const { SIMULATOR_URL } = env();
if (!DATABASE_OWNER_URL) {
  console.error("Set DATABASE_OWNER_URL (the role that owns the tables), then run this again.");
  process.exit(1);
}
try {
  const seeded = await seedDemo({ ownerUrl: DATABASE_OWNER_URL, carrierUrl: SIMULATOR_URL ?? null });
  console.log(seeded ? "The demo is filled in." : "There are users already: nothing was changed.");
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await closeQueue();
  await closeDatabase();
}
