import { restoreBackup } from "@/lib/backup/restore-backup";
import { Refusal } from "@/lib/errors";

const { DATABASE_URL, DATABASE_OWNER_URL } = process.env;
const given = process.argv.slice(2);
const replace = given.includes("--replace");
const [file, ...more] = given.filter((word) => word !== "--replace");

try {
  if (!file || more.length > 0 || file.startsWith("-")) {
    throw new Refusal("Say which file to restore: npm run restore -- backups/ringback-….backup.gz [--replace]");
  }
  if (!DATABASE_URL || !DATABASE_OWNER_URL) {
    throw new Refusal("Set DATABASE_URL and DATABASE_OWNER_URL (see .env.example), then run this again.");
  }
  const appRole = decodeURIComponent(new URL(DATABASE_URL).username);
  const { madeAt } = await restoreBackup({ ownerUrl: DATABASE_OWNER_URL, appRole, file, replace });
  console.log(
    `Restored as of ${madeAt}. Everybody is signed out, and no text or mail leaves until an operator starts sending on the operator's page.`,
  );
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exit(1);
}
