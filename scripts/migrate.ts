import { migrate } from "@/db/migrate";

const { DATABASE_URL, DATABASE_OWNER_URL } = process.env;
if (!DATABASE_URL || !DATABASE_OWNER_URL) {
  console.error(
    "Set DATABASE_URL (the app's role) and DATABASE_OWNER_URL (the role that owns the tables), then run this again.",
  );
  process.exit(1);
}
await migrate({ ownerUrl: DATABASE_OWNER_URL, appRole: decodeURIComponent(new URL(DATABASE_URL).username) });
