import { readFileSync } from "node:fs";
import { writeBackup } from "@/lib/backup/write-backup";
import { Refusal } from "@/lib/errors";

const { DATABASE_OWNER_URL } = process.env;
const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
const [file = `backups/ringback-${new Date().toISOString().replace(/:/g, "-").slice(0, 19)}.backup.gz`] =
  process.argv.slice(2);

try {
  if (!DATABASE_OWNER_URL)
    throw new Refusal("Set DATABASE_OWNER_URL (the role that owns the tables), then run this again.");
  const { rows, bytes } = await writeBackup({ ownerUrl: DATABASE_OWNER_URL, file, appVersion: version });
  console.log(
    `${file}: ${rows} rows, ${Math.ceil(bytes / 1024)} KiB. It holds everything your callers wrote: keep it as you keep keys.`,
  );
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exit(1);
}
